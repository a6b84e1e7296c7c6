import { element } from '../dom/element';
import { countOf } from '../wording/count';
import { icon } from '../dom/icons';
import type { Route } from './routes';
import { sectionOf, sections, type Section } from './sections';

export interface Navigation {
  readonly root: HTMLElement;
  /** Marks where the reader is. */
  show(page: Route['page']): void;
  /** Says beside Alerts how many fire. */
  firing(count: number): void;
}

export function createNavigation(): Navigation {
  const links = new Map(sections.map((section) => [section, linkTo(section)]));
  const count = element('span', { class: 'nav-count', hidden: true });
  for (const [section, link] of links) if (section.page === 'alerts') link.append(count);
  const root = element(
    'nav',
    { 'aria-label': 'Main' },
    element(
      'ul',
      {},
      [...links.values()].map((link) => element('li', {}, link)),
    ),
  );

  return {
    root,
    show(page) {
      const here = sectionOf(page);
      for (const [section, link] of links) {
        if (section === here) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      }
    },
    firing(firing) {
      count.hidden = firing === 0;
      count.replaceChildren(String(firing), element('span', { class: 'visually-hidden' }, ` firing`));
      count.title = `${countOf(firing, 'alert')} firing`;
    },
  };
}

function linkTo(section: Section): HTMLAnchorElement {
  return element(
    'a',
    { class: 'nav-link', href: section.path, title: section.key === undefined ? section.title : `${section.title} (g ${section.key})` },
    icon(section.icon),
    element('span', {}, section.title),
    section.later === true && element('span', { class: 'nav-later' }, 'later'),
  );
}

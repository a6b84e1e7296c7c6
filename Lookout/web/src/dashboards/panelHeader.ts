import { element } from '../dom/element';
import { icon } from '../dom/icons';
import { anchor } from '../panels/anchor';
import type { Link } from './links';

/** The head of a panel: what it is, what is wrong with it, and its menu. */
export interface PanelHeader {
  readonly root: HTMLElement;
  readonly show: (title: string, description: string, links: readonly Link[]) => void;
  readonly warn: (lines: readonly string[], failed: boolean) => void;
}

export function panelHeader(openMenu: (button: HTMLElement) => void): PanelHeader {
  const title = element('h2', {});
  const description = element('span', { class: 'panel-hint', hidden: true }, icon('info'));
  const warning = element('span', { class: 'panel-warning', hidden: true });
  const links = element('span', { class: 'panel-links' });
  const menu = element('button', { type: 'button', class: 'icon-button panel-menu', 'aria-haspopup': 'menu', 'aria-expanded': 'false', onclick: () => openMenu(menu) }, icon('more'));
  return {
    root: element('header', { class: 'panel-head' }, title, description, warning, links, menu),
    show(text, hint, list) {
      title.textContent = text;
      title.title = text;
      description.hidden = hint === '';
      description.title = hint;
      description.setAttribute('role', 'img');
      description.setAttribute('aria-label', hint);
      menu.setAttribute('aria-label', `Menu of ${text}`);
      links.replaceChildren(...list.map((link) => anchor(link, { 'aria-label': link.title }, icon('link'))));
    },
    warn(lines, failed) {
      const text = lines.join('\n');
      warning.hidden = text === '';
      warning.title = text;
      warning.className = `panel-warning ${failed ? 'tone-crit' : 'tone-warn'}`;
      warning.setAttribute('role', 'img');
      warning.setAttribute('aria-label', text);
      warning.replaceChildren(icon(failed ? 'crit' : 'warn'));
    },
  };
}

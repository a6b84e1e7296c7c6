import { element } from '../../dom/element';
import { icon, type IconName } from '../../dom/icons';

/** A part of the details under a heading. */
export function section(title: string, ...content: readonly (Node | string)[]): HTMLElement {
  return element('section', { class: 'detail-section' }, element('h3', {}, title), content);
}

/** A fact and its name. */
export function term(name: string, ...value: readonly (Node | string)[]): [HTMLElement, HTMLElement] {
  return [element('dt', {}, name), element('dd', {}, value)];
}

/** A link that looks like a button; false where there is nowhere to go. */
export function outwardLink(title: string, link: { readonly href: string; readonly within: boolean } | undefined, sign: IconName): HTMLElement | false {
  if (link === undefined) return false;
  const away = link.within ? {} : { target: '_blank', rel: 'noopener noreferrer' };
  return element('a', { class: 'button', href: link.href, ...away }, icon(sign), title);
}

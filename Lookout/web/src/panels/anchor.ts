import type { Link } from '../dashboards/links';
import { element, type Attributes } from '../dom/element';

/** An anchor for a link; what leaves this page opens beside it. */
export function anchor(link: Link, attributes: Attributes, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  return element('a', { href: link.href, title: link.title, ...(link.external ? { target: '_blank', rel: 'noreferrer' } : {}), ...attributes }, children);
}

import { linkOf } from '../../alerting/links';
import { element } from '../../dom/element';
import type { Resource } from '../../graph/resources';

/** Where a resource can be reached: its endpoints with their addresses, then its other links by name. */
export function linkList({ urls, links }: Resource): HTMLElement {
  const endpoints = Object.entries(urls);
  const others = (links ?? []).filter(({ url }) => !endpoints.some(([, address]) => address === url));
  return element(
    'ul',
    { class: 'link-list' },
    endpoints.map(([name, address]) => element('li', {}, element('span', { class: 'muted' }, name), ' ', follow(address.replace(/^https?:\/\//, ''), address))),
    others.map(({ name, url }) => element('li', {}, follow(name || url, url))),
  );
}

/** An address that is not of the web, as SMTP's, is told and not linked. */
function follow(text: string, address: string): HTMLElement {
  const link = linkOf(address);
  return link === undefined ? element('span', {}, address) : element('a', { href: link.href, target: '_blank', rel: 'noopener noreferrer' }, text);
}

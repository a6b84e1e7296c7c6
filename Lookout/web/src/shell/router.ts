import { homePath, routeOf, type Route } from './routes';

/** Shows a page in a host until the signal aborts. */
export type ShowRoute = (route: Route, signal: AbortSignal) => void;

/** Follows the address: shows a page for it, and aborts the one before. Links within the page need no other code. */
export function startRouter(show: ShowRoute): void {
  let current = new AbortController();
  let path: string | undefined;

  const follow = (): void => {
    if (location.pathname === '/') history.replaceState(null, '', homePath + location.search);
    // A query string belongs to the page that is shown: it changes without a new page.
    if (location.pathname === path) return;
    path = location.pathname;
    current.abort();
    current = new AbortController();
    show(routeOf(path), current.signal);
  };

  window.addEventListener('popstate', follow);
  document.addEventListener('click', (event) => {
    const link = linkWithin(event);
    if (link === undefined) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  });
  follow();
}

/** Goes to an address of this page. Pages hear of a changed query string by `popstate`. */
export function navigate(address: string): void {
  if (address !== location.pathname + location.search + location.hash) history.pushState(null, '', address);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

function linkWithin(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download')) return undefined;
  const within = link.origin === location.origin && !link.pathname.startsWith('/api/') && !link.getAttribute('href')?.startsWith('#');
  return within ? link : undefined;
}

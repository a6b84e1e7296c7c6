import { navigate } from './router';

/** A value of the address's query string; empty where there is none. */
export function queryValue(name: string): string {
  return new URLSearchParams(location.search).get(name) ?? '';
}

/** The address of this page with some values of its query string changed; an empty value is left out. */
export function withQuery(changes: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return location.pathname + (text === '' ? '' : `?${text}`);
}

/** Changes values of the query string in place, as a filter does: it is no step to go back to. */
export function replaceQuery(changes: Readonly<Record<string, string>>): void {
  history.replaceState(null, '', withQuery(changes));
  window.dispatchEvent(new PopStateEvent('popstate'));
}

export function pushQuery(changes: Readonly<Record<string, string>>): void {
  navigate(withQuery(changes));
}

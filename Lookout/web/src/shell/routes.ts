/** A page and what the address says about it. */
export type Route =
  { readonly page: 'dashboard'; readonly uid: string } | { readonly page: 'dashboards' | 'graph' | 'alerts' | 'slos' | 'traces' | 'logs' | 'missing' };

/** Where `/` leads. */
export const homePath = '/d/kthena-overview';

/** The page that an address names: `/d/{uid}` and `/d/{uid}/{slug}` are a dashboard, as in Grafana. */
export function routeOf(pathname: string): Route {
  const [first = '', second = '', ...rest] = pathname.split('/').filter((segment) => segment !== '');
  if (first === 'd' && second !== '' && rest.length <= 1) return { page: 'dashboard', uid: decode(second) };
  if (second !== '') return { page: 'missing' };
  switch (first) {
    case 'dashboards':
    case 'graph':
    case 'alerts':
    case 'slos':
    case 'traces':
    case 'logs':
      return { page: first };
    default:
      return { page: 'missing' };
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

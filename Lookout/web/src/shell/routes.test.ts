import { expect, test } from 'vitest';
import { routeOf } from './routes';

test.each([
  ['/d/kthena-overview', { page: 'dashboard', uid: 'kthena-overview' }],
  ['/d/kthena-overview/kthena-overview', { page: 'dashboard', uid: 'kthena-overview' }],
  ['/d/a%20b/', { page: 'dashboard', uid: 'a b' }],
  ['/d/100%', { page: 'dashboard', uid: '100%' }],
  ['/d', { page: 'missing' }],
  ['/d/a/b/c', { page: 'missing' }],
  ['/alerts', { page: 'alerts' }],
  ['/alerts/', { page: 'alerts' }],
  ['/alerts/x', { page: 'missing' }],
  ['/nowhere', { page: 'missing' }],
])('%s is %o', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});

import type { IconName } from '../dom/icons';
import type { Route } from './routes';

/** A place in the navigation. `later` marks what is not connected yet. */
export interface Section {
  readonly page: Route['page'];
  readonly path: string;
  readonly title: string;
  readonly icon: IconName;
  readonly key?: string;
  readonly later?: boolean;
}

export const sections: readonly Section[] = [
  { page: 'graph', path: '/graph', title: 'Graph', icon: 'graph', key: 'g' },
  { page: 'dashboards', path: '/dashboards', title: 'Dashboards', icon: 'dashboards', key: 'd' },
  { page: 'alerts', path: '/alerts', title: 'Alerts', icon: 'alerts', key: 'a' },
  { page: 'slos', path: '/slos', title: 'SLOs', icon: 'slos', key: 's' },
  { page: 'traces', path: '/traces', title: 'Traces', icon: 'traces', later: true },
  { page: 'logs', path: '/logs', title: 'Logs', icon: 'logs', later: true },
];

/** The section that a page belongs to: one dashboard lies within Dashboards. */
export function sectionOf(page: Route['page']): Section | undefined {
  return sections.find((section) => section.page === (page === 'dashboard' ? 'dashboards' : page));
}

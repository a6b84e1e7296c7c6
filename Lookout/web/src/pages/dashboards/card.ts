import { badge } from '../../dom/notice';
import { element } from '../../dom/element';
import type { DashboardEntry } from './entries';

export function dashboardCard({ uid, title, description, tags, error }: DashboardEntry): HTMLElement {
  if (error !== undefined) {
    return element(
      'li',
      { class: 'card dashboard-card', 'data-dashboard': uid },
      element('div', { class: 'dashboard-title' }, title, badge('crit', 'broken')),
      element('pre', { class: 'code' }, error),
    );
  }
  return element(
    'li',
    { class: 'card dashboard-card', 'data-dashboard': uid },
    element('a', { class: 'dashboard-title', href: `/d/${encodeURIComponent(uid)}` }, title),
    element('p', { class: 'muted' }, description ?? ''),
    element(
      'span',
      { class: 'labels' },
      tags.map((tag) => element('span', { class: 'label' }, tag)),
    ),
  );
}

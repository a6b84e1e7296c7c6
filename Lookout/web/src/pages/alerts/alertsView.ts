import type { AlertNews } from '../../alerting/feed';
import { passes } from '../../alerting/filter';
import { groupAlerts, type AlertGroup } from '../../alerting/group';
import type { Alert } from '../../alerting/alert';
import { emptyState } from '../../dom/notice';
import { element } from '../../dom/element';
import { reconcile } from '../../dom/reconcile';
import { queryValue, withQuery } from '../../shell/query';
import { alertRow } from './alertRow';
import { createToolbar, filterOfAddress, groupingOfAddress } from './toolbar';

export interface NewsView {
  readonly root: HTMLElement;
  update(news: AlertNews): void;
}

/** The alerts in groups, as the address filters them. */
export function createAlertsView(): NewsView {
  const toolbar = createToolbar();
  const list = element('div', { class: 'alert-groups' });
  const empty = element('div');
  return {
    root: element('div', {}, toolbar.root, list, empty),
    update(news) {
      const named = queryValue('alertname');
      const all = named === '' ? news.alerts : news.alerts.filter((alert) => alert.name === named);
      toolbar.update(all);
      const filter = filterOfAddress();
      const groups = groupAlerts(
        all.filter((alert) => passes(alert, filter)),
        groupingOfAddress(),
      );
      drawGroups(list, groups);
      reconcile(empty, groups.length === 0 || named !== '' ? [emptyText(news, named, groups.length)] : [], {
        key: (text) => text,
        content: () => '',
        create: (text) =>
          groups.length === 0
            ? emptyState('ok', text, element('a', { href: withQuery({ view: 'rules', alertname: '', rule: named }) }, 'What is watched'))
            : element('p', { class: 'lead only-named' }, `${text} `, element('a', { href: withQuery({ alertname: '' }) }, 'Show all alerts')),
      });
    },
  };
}

function drawGroups(host: HTMLElement, groups: readonly AlertGroup[]): void {
  reconcile(host, groups, {
    key: (group) => group.title,
    content: (group) => String(group.alerts.length),
    create: (group) =>
      element('section', { class: 'alert-group' }, element('h2', {}, group.title, element('span', {}, group.alerts.length)), element('ul', { class: 'card' })),
  });
  const selected = queryValue('alert');
  groups.forEach((group, index) => {
    const list = host.children[index]?.querySelector('ul');
    if (!list) return;
    reconcile<Alert>(list, group.alerts, {
      key: (alert) => alert.id,
      // The rule and its evaluation times change without a change of what is seen.
      content: (alert) => JSON.stringify([{ ...alert, rule: undefined }, alert.id === selected, location.search]),
      create: (alert) => alertRow(alert, alert.id === selected),
    });
  });
}

function emptyText(news: AlertNews, named: string, shown: number): string {
  if (named !== '') return shown === 0 ? `${named} does not fire` : `Only ${named} is shown.`;
  return news.alerts.length === 0 ? 'Nothing fires' : 'No alert passes the filters';
}

import { severityOf, severityRank } from '../../alerting/alert';
import type { AlertRule } from '../../alerting/rules';
import { badge, emptyState } from '../../dom/notice';
import { element } from '../../dom/element';
import { reconcile } from '../../dom/reconcile';
import { timeElement } from '../../dom/timeElement';
import { queryValue, replaceQuery, withQuery } from '../../shell/query';
import { durationText } from '../../wording/duration';
import type { NewsView } from './alertsView';
import { severityBadge } from './badges';

const columns = [
  ['Rule', ''],
  ['State', ''],
  ['Severity', ''],
  ['For', 'number'],
  ['Health', ''],
  ['Evaluated', 'number'],
  ['Took', 'number'],
] as const;

interface Row {
  readonly group: string;
  readonly rule: AlertRule;
}

/** Every alerting rule, those that fire nothing too, with the health of its evaluation. */
export function createRulesView(): NewsView {
  const search = element('input', {
    class: 'field search',
    type: 'search',
    placeholder: 'Filter rules  /',
    'aria-label': 'Filter rules',
    oninput: () => replaceQuery({ q: search.value }),
  });
  const rows = element('tbody');
  const table = element(
    'div',
    { class: 'card table-scroll', role: 'region', 'aria-label': 'Rules', tabindex: 0 },
    element(
      'table',
      { class: 'table' },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          columns.map(([title, kind]) => element('th', { scope: 'col', class: kind }, title)),
        ),
      ),
      rows,
    ),
  );
  const empty = emptyState(
    'info',
    'Prometheus has no alerting rules',
    'Rule files are named under rule_files in its configuration; ./kthena up gives it those in rules/.',
  );
  return {
    root: element('div', {}, element('div', { class: 'toolbar' }, search), table, empty),
    update(news) {
      const text = queryValue('q').toLowerCase();
      if (document.activeElement !== search) search.value = queryValue('q');
      const all = news.groups.flatMap((group) => group.rules.map((rule): Row => ({ group: group.name, rule })));
      const shown = all.filter(({ group, rule }) => [rule.name, group, rule.query, rule.annotations['summary']].join('\n').toLowerCase().includes(text));
      table.hidden = all.length === 0;
      empty.hidden = all.length > 0 || news.troubles.length > 0;
      reconcile<Row>(rows, inOrder(shown), {
        key: ({ group, rule }) => JSON.stringify([group, rule.name, rule.labels]),
        content: ({ rule }) => JSON.stringify([rule.state, rule.health, rule.lastEvaluation, rule.name === queryValue('rule'), location.search]),
        create: ruleRow,
      });
    },
  };
}

const healthOrder = { err: 0, unknown: 1, ok: 2 } as const;
const stateOrder = { firing: 0, pending: 1, unknown: 2, inactive: 2 } as const;

function inOrder(rows: readonly Row[]): Row[] {
  return [...rows].sort(
    ({ rule: a }, { rule: b }) =>
      healthOrder[a.health] - healthOrder[b.health] ||
      stateOrder[a.state] - stateOrder[b.state] ||
      severityRank(severityOf(a.labels)) - severityRank(severityOf(b.labels)) ||
      a.name.localeCompare(b.name),
  );
}

function ruleRow({ group, rule }: Row): HTMLTableRowElement {
  const selected = rule.name === queryValue('rule');
  return element(
    'tr',
    { 'data-rule': rule.name, 'data-rule-state': rule.state, class: selected ? 'selected' : null },
    element(
      'td',
      {},
      element('a', { class: 'rule-name', href: withQuery({ rule: rule.name }), 'aria-current': selected ? 'true' : null }, rule.name),
      element('div', { class: 'muted' }, rule.annotations['summary'] ?? group),
    ),
    element('td', {}, rule.state === 'inactive' ? badge('quiet', 'inactive') : badge(rule.state === 'firing' ? 'crit' : 'warn', rule.state)),
    element('td', {}, severityBadge(severityOf(rule.labels))),
    element('td', { class: 'number' }, rule.duration === 0 ? '–' : durationText(rule.duration)),
    element(
      'td',
      { title: rule.lastError ?? '' },
      rule.health === 'ok' ? badge('ok', 'ok') : badge('crit', rule.health === 'err' ? 'fails' : 'not evaluated yet'),
    ),
    element('td', { class: 'number' }, timeElement(new Date(rule.lastEvaluation))),
    element('td', { class: 'number' }, durationText(rule.evaluationTime)),
  );
}

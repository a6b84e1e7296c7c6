import { matches } from '../../alertmanager/matchers';
import type { Matcher } from '../../alertmanager/types';
import type { Alert } from '../../alerting/alert';
import { element } from '../../dom/element';
import { labelList } from '../../dom/labelList';
import { countOf } from '../../wording/count';

const most = 8;

/** Which of today's alerts the matchers match. */
export function matchPreview(matchers: readonly Matcher[], alerts: readonly Alert[]): HTMLElement[] {
  if (matchers.length === 0) return [element('p', { class: 'muted' }, 'Without a matcher nothing is silenced.')];
  let matched: readonly Alert[];
  try {
    matched = alerts.filter((alert) => matches(matchers, alert.labels));
  } catch {
    return [element('p', { class: 'muted' }, 'The browser cannot read an expression, so nothing can be foreseen; Alertmanager will judge it.')];
  }
  return [
    element('p', {}, `Matches ${countOf(matched.length, 'alert')} of ${alerts.length} now`),
    element(
      'ul',
      {},
      matched.slice(0, most).map((alert) => element('li', {}, `${alert.name} `, labelList(alert.labels, /^(alertname|sloth_.*)$/))),
    ),
    ...(matched.length > most ? [element('p', { class: 'muted' }, `and ${matched.length - most} more`)] : []),
  ];
}

import type { AlertRule } from '../../alerting/rules';
import { badge, notice } from '../../dom/notice';
import { element } from '../../dom/element';
import { labelList } from '../../dom/labelList';
import { timeElement } from '../../dom/timeElement';
import { countOf } from '../../wording/count';
import { durationText } from '../../wording/duration';
import { severityBadge } from './badges';
import { expressionOf } from './expression';
import { section, term } from './parts';

/** What one rule watches, and how its evaluation goes. */
export function ruleDetail(rule: AlertRule, signal: AbortSignal): HTMLElement[] {
  const severity = rule.labels['severity'] ?? 'none';
  return [
    element(
      'div',
      { class: 'detail-badges' },
      severityBadge(severity),
      rule.state === 'inactive' ? badge('ok', 'inactive') : badge(rule.state === 'firing' ? 'crit' : 'warn', rule.state),
    ),
    element('p', { class: 'detail-summary' }, rule.annotations['summary'] ?? ''),
    ...(rule.health === 'err' ? [notice('crit', `Prometheus cannot evaluate it: ${rule.lastError ?? 'no reason given'}`)] : []),
    element(
      'dl',
      { class: 'facts' },
      term('Fires', rule.duration === 0 ? 'as soon as its condition holds' : `when its condition has held for ${durationText(rule.duration)}`),
      term('Active now', countOf(rule.alerts.length, 'alert')),
      term('Evaluated', timeElement(new Date(rule.lastEvaluation)), ` in ${durationText(rule.evaluationTime)}`),
    ),
    section('Labels', labelList(rule.labels)),
    section('Expression', expressionOf(rule.query, signal)),
  ];
}

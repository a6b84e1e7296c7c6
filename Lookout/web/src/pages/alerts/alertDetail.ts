import { severityOf, type Alert } from '../../alerting/alert';
import type { AlertNews } from '../../alerting/feed';
import { linkOf } from '../../alerting/links';
import { matcherText } from '../../alertmanager/matchers';
import { element } from '../../dom/element';
import { icon } from '../../dom/icons';
import { labelList } from '../../dom/labelList';
import { fullTime, timeElement } from '../../dom/timeElement';
import { withQuery } from '../../shell/query';
import { durationText } from '../../wording/duration';
import { wordsOf } from './alertRow';
import { severityBadge, stateBadge } from './badges';
import { expressionOf } from './expression';
import { outwardLink, section, term } from './parts';

const linkedAnnotations = ['summary', 'description', 'dashboard_url', 'runbook_url', 'trace_url'];

/** All that is known of one alert, but for its runbook. */
export function alertDetail(alert: Alert, news: AlertNews, onSilence: () => void, signal: AbortSignal): HTMLElement[] {
  const severity = severityOf(alert.labels);
  const words = wordsOf(alert);
  const others = Object.entries(alert.annotations).filter(([name, value]) => !linkedAnnotations.includes(name) && value !== '');
  return [
    element('div', { class: 'detail-badges' }, severityBadge(severity), stateBadge(alert.state, severity)),
    element('p', { class: 'detail-summary' }, alert.annotations['summary'] ?? words),
    words !== (alert.annotations['summary'] ?? words) && element('p', { class: 'muted' }, words),
    element(
      'div',
      { class: 'detail-actions' },
      news.alertmanager === 'ok' && element('button', { class: 'button primary', type: 'button', onclick: onSilence }, icon('mute'), 'Silence …'),
      outwardLink('Dashboard', linkOf(alert.annotations['dashboard_url']), 'dashboards'),
      outwardLink('Traces', linkOf(alert.annotations['trace_url']), 'traces'),
      outwardLink('Prometheus', linkOf(alert.generatorUrl), 'link'),
    ),
    element('dl', { class: 'facts' }, times(alert), told(alert, news)),
    section('Labels', labelList(alert.labels)),
    alert.rule !== undefined && section('Expression', expressionOf(alert.rule.query, signal)),
    others.length > 0 &&
      section(
        'Annotations',
        element(
          'dl',
          { class: 'facts' },
          others.flatMap(([name, value]) => term(name, value)),
        ),
      ),
  ].filter((part) => part !== false);
}

function times(alert: Alert): HTMLElement[] {
  const wait = alert.rule?.duration ?? 0;
  return [
    ...(alert.activeAt === undefined ? [] : term('Condition holds since', fullTime(alert.activeAt))),
    ...(alert.state === 'pending' && alert.activeAt !== undefined
      ? term('Fires', timeElement(new Date(alert.activeAt.getTime() + wait * 1000)), ` when it still holds, after ${durationText(wait)}`)
      : []),
    ...(alert.startsAt === undefined ? [] : term('Firing since', fullTime(alert.startsAt))),
  ];
}

function told(alert: Alert, news: AlertNews): HTMLElement[] {
  const silences = alert.silencedBy.map((id) => news.silences.find((silence) => silence.id === id) ?? id);
  const inhibitors = alert.inhibitedBy.map((id) => news.alerts.find((other) => other.id === id) ?? id);
  return [
    ...silences.flatMap((silence) =>
      typeof silence === 'string'
        ? term('Silenced by', silence)
        : term(
            'Silenced by',
            `${silence.createdBy}: ${silence.comment}, ends `,
            timeElement(new Date(silence.endsAt)),
            ' ',
            element('code', {}, silence.matchers.map(matcherText).join(', ')),
          ),
    ),
    ...inhibitors.flatMap((other) =>
      typeof other === 'string'
        ? term('Inhibited by', `an alert that is over (${other})`)
        : term('Inhibited by', element('a', { href: withQuery({ alert: other.id }) }, other.name), ' ', labelList(other.labels, /^(alertname|sloth_.*)$/)),
    ),
    ...(alert.mutedBy.length > 0 ? term('Muted now by', alert.mutedBy.join(', ')) : []),
    ...term(alert.state === 'firing' ? 'Told' : 'Would be told', ...receivers(alert, news)),
    ...(!alert.inPrometheus && news.groups.length > 0 ? term('Known to', 'Alertmanager only: no rule of this Prometheus raises it now') : []),
  ];
}

function receivers(alert: Alert, news: AlertNews): string[] {
  if (alert.inAlertmanager) return [alert.receivers.join(', ') || 'nobody'];
  if (news.alertmanager === 'off') return ['nobody: Lookout was started without Alertmanager'];
  if (news.alertmanager === 'down') return ['unknown: Alertmanager does not answer'];
  return [alert.state === 'pending' ? 'known once it fires' : 'nobody yet: Alertmanager has not heard of it'];
}

import { severityOf, sinceOf, type Alert } from '../../alerting/alert';
import { element } from '../../dom/element';
import { icon } from '../../dom/icons';
import { labelList } from '../../dom/labelList';
import { timeElement } from '../../dom/timeElement';
import { withQuery } from '../../shell/query';
import { severityTone, stateBadge } from './badges';

/** Labels that the row says otherwise, and those that Sloth adds for its rules; the details have them all. */
const saidElsewhere = /^(alertname|severity|sloth_.*)$/;

/** One alert in the list: what it is, in words, and since when. */
export function alertRow(alert: Alert, selected: boolean): HTMLElement {
  const severity = severityOf(alert.labels);
  const since = sinceOf(alert);
  return element(
    'li',
    { class: `alert-row tone-${severityTone(severity)}`, 'data-alert': alert.name, 'data-alert-state': alert.state, 'data-severity': severity },
    element('span', { class: 'alert-sign', title: severity }, icon(severityTone(severity)), element('span', { class: 'visually-hidden' }, severity)),
    element(
      'div',
      { class: 'alert-words' },
      element('a', { class: 'alert-name', href: withQuery({ alert: alert.id }), 'aria-current': selected ? 'true' : null }, alert.name),
      element('p', { class: 'alert-text' }, wordsOf(alert)),
      labelList(alert.labels, saidElsewhere),
    ),
    element(
      'div',
      { class: 'alert-when' },
      stateBadge(alert.state, severity),
      since !== undefined && timeElement(since),
      alert.mutedBy.length > 0 && element('span', { class: 'muted' }, `muted by ${alert.mutedBy.join(', ')}`),
    ),
  );
}

/** What happened, with the value in human words. */
export function wordsOf(alert: Alert): string {
  return alert.annotations['description'] || alert.annotations['summary'] || alert.annotations['message'] || '';
}

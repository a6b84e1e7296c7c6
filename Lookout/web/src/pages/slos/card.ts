import { badge, type Tone } from '../../dom/notice';
import { element } from '../../dom/element';
import type { Slo } from '../../slo/slos';
import { budgetText, burnText, exhaustionText, percentText } from '../../slo/words';
import { severityBadge, stateBadge } from '../alerts/badges';
import { burnTable } from './burnTable';
import { meter } from './meter';
import type { SloAlert } from './sloAlerts';
import { sparkline } from './sparkline';

export interface SloCard {
  readonly slo: Slo;
  readonly range: readonly [number, number];
  readonly points: readonly (readonly [number, number])[];
  readonly alerts: readonly SloAlert[];
}

export function sloCard({ slo, range, points, alerts }: SloCard, stepSeconds: number): HTMLElement {
  const tone = budgetTone(slo.budgetLeft);
  return element(
    'li',
    { class: `card slo-card tone-${tone}`, 'data-slo': slo.name, 'data-model-id': slo.model },
    element(
      'div',
      { class: 'slo-head' },
      element(
        'h2',
        {},
        element('a', { href: `/d/kthena-slo?${new URLSearchParams({ 'var-slo': slo.name })}` }, slo.name),
        slo.model === undefined ? '' : ` of ${slo.model}`,
      ),
      element('span', { class: 'muted' }, slo.service),
      badge(tone, tone === 'crit' ? 'budget spent' : tone === 'warn' ? 'budget low' : tone === 'ok' ? 'on budget' : 'no data yet'),
    ),
    element(
      'div',
      { class: 'slo-figures' },
      figure('Objective', slo.objective === undefined ? '–' : percentText(slo.objective), slo.periodDays === undefined ? '' : `over ${slo.periodDays} days`),
      element(
        'div',
        { class: 'figure wide' },
        element('h3', {}, 'Error budget'),
        element('strong', {}, slo.budgetLeft === undefined ? '–' : budgetText(slo.budgetLeft)),
        meter('Error budget left', Math.max(0, slo.budgetLeft ?? 0), tone),
      ),
      figure('Burns at', slo.burnRate === undefined ? '–' : burnText(slo.burnRate), 'of what the budget allows, last 5 minutes'),
      figure('Budget gone', exhaustionText(slo), ''),
    ),
    element(
      'div',
      { class: 'slo-parts' },
      element('div', {}, element('h3', {}, 'Burn rate by window'), burnTable(slo.burnByWindow)),
      element('div', {}, element('h3', {}, 'Burn rate, last 6 hours'), sparkline(points, range, stepSeconds)),
    ),
    element(
      'div',
      { class: 'slo-alerts' },
      element('h3', {}, 'Alerts'),
      element('ul', {}, alerts.map(alertLine)),
      alerts.length === 0 && element('p', { class: 'muted' }, 'No alerting rule has this objective’s label.'),
    ),
  );
}

function budgetTone(left: number | undefined): Tone {
  if (left === undefined) return 'quiet';
  return left <= 0 ? 'crit' : left < 0.25 ? 'warn' : 'ok';
}

function figure(title: string, value: string, note: string): HTMLElement {
  return element('div', { class: 'figure' }, element('h3', {}, title), element('strong', {}, value), note !== '' && element('span', { class: 'muted' }, note));
}

function alertLine({ name, severity, state, alertId }: SloAlert): HTMLElement {
  const query = state === 'inactive' ? new URLSearchParams({ view: 'rules', rule: name }) : new URLSearchParams({ alert: alertId });
  return element(
    'li',
    {},
    severityBadge(severity),
    element('a', { href: `/alerts?${query}` }, name),
    state === 'inactive' ? badge('quiet', 'inactive') : stateBadge(state, severity),
  );
}

import { getNews, type AlertNews } from '../../alerting/feed';
import { emptyState, notice } from '../../dom/notice';
import { element } from '../../dom/element';
import { reconcile } from '../../dom/reconcile';
import { poll } from '../../http/poll';
import { failureText } from '../../http/problem';
import { PrometheusClient } from '../../prometheus/client';
import type { Series } from '../../prometheus/types';
import { sloKey, sloQuery, slosOf, type Slo } from '../../slo/slos';
import { countOf } from '../../wording/count';
import { sloCard } from './card';
import { sloAlerts } from './sloAlerts';

const interval = 10_000;
const historySeconds = 6 * 3_600;
const stepSeconds = 120;

/** Shows each objective: what is left of its budget, how fast it burns, and what that raised. */
export function showSlos(host: HTMLElement, signal: AbortSignal): void {
  document.title = 'SLOs · Lookout';
  const lead = element('p', { class: 'lead' });
  const list = element('ul', { class: 'slo-list' });
  const failed = element('div', { class: 'troubles' });
  const empty = emptyState('clock', 'Asking Prometheus …');
  host.append(element('div', { class: 'page-head' }, element('h1', {}, 'Service level objectives'), lead), failed, list, empty);

  const draw = (slos: readonly Slo[], history: readonly Series[], news: AlertNews, range: readonly [number, number]): void => {
    lead.textContent = slos.length === 0 ? '' : summaryOf(slos);
    if (slos.length === 0) empty.replaceChildren(...noSlos().childNodes);
    empty.hidden = slos.length > 0;
    const model = (slo: Slo) => ({
      slo,
      range,
      alerts: sloAlerts(slo, news),
      points: history.find((series) => sloKey(series.labels) === slo.key)?.points ?? [],
    });
    reconcile(list, slos.map(model), {
      key: ({ slo }) => slo.key,
      content: (card) => JSON.stringify([card, [...card.slo.burnByWindow]]),
      create: (card) => sloCard(card, stepSeconds),
    });
    host.dataset['ready'] = 'true';
  };

  const prometheus = new PrometheusClient();
  void poll(
    async () => {
      try {
        const end = Math.floor(Date.now() / 1000 / stepSeconds) * stepSeconds;
        const range = [end - historySeconds, end] as const;
        const [samples, history, news] = await Promise.all([
          prometheus.instant(sloQuery, Date.now(), signal),
          prometheus.range('slo:current_burn_rate:ratio', range[0] * 1000, range[1] * 1000, stepSeconds * 1000, signal),
          getNews(signal),
        ]);
        failed.replaceChildren();
        draw(slosOf(samples.series), history.series, news, range);
      } catch (failure) {
        const text = failureText(failure);
        if (signal.aborted || text === undefined) return;
        failed.replaceChildren(notice('crit', text));
        empty.hidden = true;
      }
    },
    interval,
    signal,
  );
}

function summaryOf(slos: readonly Slo[]): string {
  const spent = slos.filter(({ budgetLeft }) => budgetLeft !== undefined && budgetLeft <= 0).length;
  const burning = slos.filter(({ burnRate, budgetLeft }) => (burnRate ?? 0) > 1 && (budgetLeft ?? 0) > 0).length;
  return `${countOf(slos.length, 'objective')}: ${spent} with the budget spent, ${burning} burning faster than the budget allows.`;
}

function noSlos(): HTMLElement {
  return emptyState(
    'slos',
    'No objective is recorded',
    'Objectives are written in rules/slo as Sloth writes them; ./kthena slo generate makes the rules that Prometheus records them by. After a start the first values come within a minute.',
  );
}

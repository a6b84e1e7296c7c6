import { groupBy } from '../collections/groupBy';
import type { Labels } from '../format/legend';
import type { Series } from '../prometheus/types';

/** An objective, of the whole service or of one model, as Sloth's rules record it. */
export interface Slo {
  readonly key: string;
  readonly id: string;
  readonly service: string;
  readonly name: string;
  readonly model: string | undefined;
  /** The ratio of events that must be good. */
  readonly objective: number | undefined;
  readonly periodDays: number | undefined;
  /** The part of the period's error budget that is left; below zero once it is overspent. */
  readonly budgetLeft: number | undefined;
  readonly burnRate: number | undefined;
  readonly secondsToExhaustion: number | undefined;
  /** The burn rate over each window, by its name. */
  readonly burnByWindow: ReadonlyMap<string, number>;
}

/** What of the recorded series the page reads. */
export const sloQuery =
  '{__name__=~"slo:(objective:ratio|time_period:days|period_error_budget_remaining:ratio|current_burn_rate:ratio|error_budget_time_to_exhaustion:seconds|sli_error:ratio_rate.+)"}';

const errorRatio = 'slo:sli_error:ratio_rate';

/** The key of the objective that a series belongs to. */
export function sloKey(labels: Labels): string {
  return `${labels['sloth_id'] ?? ''}/${labels['model_id'] ?? ''}`;
}

/** The objectives that the samples tell of. What is said of the whole service holds for its models unless they have their own. */
export function slosOf(samples: readonly Series[]): Slo[] {
  const bySlo = groupBy(samples, ({ labels }) => sloKey(labels));
  return [...bySlo]
    .map(([key, own]) => sloOf(key, own, bySlo.get(`${own[0]?.labels['sloth_id'] ?? ''}/`) ?? []))
    .sort((a, b) => a.id.localeCompare(b.id) || (a.model ?? '').localeCompare(b.model ?? ''));
}

function latest(series: Series | undefined): number | undefined {
  return series?.points.at(-1)?.[1];
}

function sloOf(key: string, own: readonly Series[], whole: readonly Series[]): Slo {
  const labels = own[0]?.labels ?? {};
  const valueOf = (name: string, samples: readonly Series[] = own): number | undefined => latest(samples.find((one) => one.labels['__name__'] === name));
  const objective = valueOf('slo:objective:ratio') ?? valueOf('slo:objective:ratio', whole);
  const windows = own.filter((one) => one.labels['__name__']?.startsWith(errorRatio) && Number.isFinite(latest(one)));
  return {
    key,
    id: labels['sloth_id'] ?? '',
    service: labels['sloth_service'] ?? '',
    name: labels['sloth_slo'] ?? labels['sloth_id'] ?? '',
    model: labels['model_id'],
    objective,
    periodDays: valueOf('slo:time_period:days') ?? valueOf('slo:time_period:days', whole),
    budgetLeft: valueOf('slo:period_error_budget_remaining:ratio'),
    burnRate: valueOf('slo:current_burn_rate:ratio'),
    secondsToExhaustion: valueOf('slo:error_budget_time_to_exhaustion:seconds'),
    burnByWindow: new Map(
      objective === undefined ? [] : windows.map((one) => [one.labels['__name__']?.slice(errorRatio.length) ?? '', (latest(one) ?? NaN) / (1 - objective)]),
    ),
  };
}

import { expect, test } from 'vitest';
import type { Series } from '../prometheus/types';
import { slosOf } from './slos';

const sample = (name: string, value: number, labels: Readonly<Record<string, string>> = {}): Series => ({
  labels: { __name__: name, sloth_id: 'kthena-availability', sloth_service: 'kthena', sloth_slo: 'availability', ...labels },
  points: [[0, value]],
});

test('an objective is put together from its series', () => {
  const [slo] = slosOf([
    sample('slo:objective:ratio', 0.99),
    sample('slo:time_period:days', 30),
    sample('slo:period_error_budget_remaining:ratio', 0.4, { sloth_window: '30d' }),
    sample('slo:current_burn_rate:ratio', 2, { sloth_window: '5m' }),
    sample('slo:sli_error:ratio_rate1h', 0.03, { sloth_window: '1h' }),
    sample('slo:sli_error:ratio_rate5m', Number.NaN, { sloth_window: '5m' }),
  ]);
  expect(slo).toMatchObject({ name: 'availability', objective: 0.99, periodDays: 30, budgetLeft: 0.4, burnRate: 2, secondsToExhaustion: undefined });
  expect([...(slo?.burnByWindow ?? [])].map(([name, rate]) => [name, Number(rate.toFixed(6))])).toEqual([['1h', 3]]);
});

test('a model has its own figures and the objective of the whole', () => {
  const slos = slosOf([
    sample('slo:objective:ratio', 0.9),
    sample('slo:sli_error:ratio_rate5m', 0.1),
    sample('slo:sli_error:ratio_rate5m', 0.2, { model_id: 'a' }),
  ]);
  expect(slos.map(({ model, objective, burnByWindow }) => [model, objective, Math.round(burnByWindow.get('5m') ?? 0)])).toEqual([
    [undefined, 0.9, 1],
    ['a', 0.9, 2],
  ]);
});

test('of no series there is no objective', () => {
  expect(slosOf([])).toEqual([]);
});

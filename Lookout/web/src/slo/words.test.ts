import { expect, test } from 'vitest';
import type { Slo } from './slos';
import { budgetText, burnText, exhaustionText, percentText } from './words';

test.each([
  [0.999, '99.9 %'],
  [0.99995, '99.995 %'],
  [0.95, '95 %'],
  [0.4237, '42.4 %'],
  [1, '100 %'],
  [0, '0 %'],
])('%d is %s', (ratio, text) => {
  expect(percentText(ratio)).toBe(text);
});

test.each([
  [0.5, '50 % left'],
  [0, '0 % left'],
  [-0.2, 'overspent by 20 %'],
  [-876.9, 'spent 878 times over'],
])('a rest of %d: %s', (left, text) => {
  expect(budgetText(left)).toBe(text);
});

test.each([
  [0, '0×'],
  [0.123, '0.12×'],
  [14.4, '14×'],
  [1234, '1,234×'],
])('a burn rate of %d: %s', (rate, text) => {
  expect(burnText(rate)).toBe(text);
});

const slo = { budgetLeft: 0.5, burnRate: 2, secondsToExhaustion: 7_200, periodDays: 30 } as Slo;

test.each([
  [{}, 'in 2h at the present rate'],
  [{ budgetLeft: -1 }, 'the budget is spent'],
  [{ burnRate: 0, secondsToExhaustion: undefined }, 'never: nothing fails now'],
  [{ secondsToExhaustion: 40 * 86_400 }, 'not within the period of 30 days'],
  [{ budgetLeft: undefined }, 'not known yet'],
  [{ secondsToExhaustion: undefined }, 'not known yet'],
])('%o: %s', (change, text) => {
  expect(exhaustionText({ ...slo, ...change })).toBe(text);
});

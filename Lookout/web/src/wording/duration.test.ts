import { expect, test } from 'vitest';
import { durationText } from './duration';

test.each([
  [0, '0s'],
  [0.00023, '0.23ms'],
  [0.034, '34ms'],
  [0.78, '0.78s'],
  [1.44, '1.4s'],
  [59.6, '1m'],
  [90, '1m 30s'],
  [86_400, '1d'],
  [86_401, '1d'],
  [Number.NaN, '–'],
  [Infinity, '–'],
])('%d s: %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

import { expect, test } from 'vitest';
import { retryDelay } from './events';

test('the wait doubles up to a bound', () => {
  expect([1, 2, 3, 4, 5, 6, 100].map(retryDelay)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

import { expect, test } from 'vitest';
import { firingOf } from './connections';

test('an alert that is pending does not fire', () => {
  expect(
    firingOf([
      { state: 'pending', labels: {} },
      { state: 'firing', labels: {} },
    ]),
  ).toBe(1);
});

test('a heartbeat that always fires is nothing to look at', () => {
  expect(firingOf([{ labels: { severity: 'none' } }, { labels: { severity: 'critical' } }, { labels: {} }])).toBe(2);
});

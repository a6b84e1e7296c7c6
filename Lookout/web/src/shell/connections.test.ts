import { expect, test } from 'vitest';
import { firingOf } from './connections';

test('a heartbeat that always fires is nothing to look at', () => {
  expect(firingOf([{ labels: { severity: 'none' } }, { labels: { severity: 'critical' } }, { labels: {} }])).toBe(2);
});

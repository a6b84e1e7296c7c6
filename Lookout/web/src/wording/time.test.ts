import { expect, test } from 'vitest';
import { absoluteTime, localField, relativeTime } from './time';

const now = new Date(2026, 0, 2, 12, 0, 0);
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

test.each([
  [0, 'now'],
  [0.4, 'now'],
  [-5, '5s ago'],
  [-200, '3m 20s ago'],
  [-7_260, '2h 1m ago'],
  [-93_600, '1d 2h ago'],
  [7_200, 'in 2h'],
  [-3_605, '1h ago'],
])('%d s from now: %s', (seconds, text) => {
  expect(relativeTime(after(seconds), now)).toBe(text);
});

test('a time of another day has its date', () => {
  expect(absoluteTime(after(-3_600), now)).toBe('11:00:00');
  expect(absoluteTime(after(-86_400), now)).toBe('2026-01-01 12:00:00');
});

test('a field for a time has no seconds', () => {
  expect(localField(now)).toBe('2026-01-02T12:00');
});

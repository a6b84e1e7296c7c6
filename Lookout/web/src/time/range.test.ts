import { describe, expect, it } from 'vitest';
import { isRelative, parseInstant, resolveRange } from './range';
import { describeRange } from './quickRanges';
import { formatTick, timeTicks } from './dateTime';

const at = (...parts: readonly [number, number, number, number?, number?, number?, number?]): number => new Date(parts[0], parts[1] - 1, parts[2], parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0, parts[6] ?? 0).getTime();
const now = at(2026, 11, 25, 17, 9, 55, 120);

describe('parseInstant', () => {
  it.each([
    ['now', now],
    ['now-1h', now - 3_600_000],
    ['now-90s', now - 90_000],
    ['now+5m', now + 300_000],
    ['now/d', at(2026, 11, 25)],
    ['now-1d/d', at(2026, 11, 24)],
    ['now/h', at(2026, 11, 25, 17)],
    ['now/w', at(2026, 11, 22)],
    ['now/M', at(2026, 11, 1)],
    ['now/Q', at(2026, 10, 1)],
    ['now-1y/y', at(2025, 1, 1)],
    ['now-9M', at(2026, 2, 25, 17, 9, 55, 120)],
    ['1764090595000', 1_764_090_595_000],
    ['2026-11-25 17:00:00', at(2026, 11, 25, 17)],
    ['2026-11-25', at(2026, 11, 25)],
    ['20261125T170000', at(2026, 11, 25, 17)],
    ['2026-11-25T17:00:00Z', Date.UTC(2026, 10, 25, 17)],
  ])('%s', (text, expected) => expect(parseInstant(text, now, false)).toBe(expected));

  it('rounds an end up to the last millisecond of the unit', () => expect(parseInstant('now/d', now, true)).toBe(at(2026, 11, 26) - 1));
  it('keeps the last day of a shorter month', () => expect(parseInstant('now-1M', at(2026, 3, 31), false)).toBe(at(2026, 2, 28)));
  it.each(['', 'yesterday', 'now-1x', 'now--1h', '12', '2026-13-45'])('"%s" is no time', (text) => expect(parseInstant(text, now, false)).toBeNull());
});

describe('resolveRange', () => {
  it('resolves both ends at the same moment', () => expect(resolveRange({ from: 'now-1h', to: 'now' }, now)).toMatchObject({ from: now - 3_600_000, to: now }));
  it('takes the fallback for a range that ends before it begins', () => {
    expect(resolveRange({ from: 'now', to: 'now-1h' }, now, { from: 'now-5m', to: 'now' })).toMatchObject({ from: now - 300_000, to: now });
  });
  it('has an hour where the fallback makes no sense either', () => expect(resolveRange({ from: 'x', to: 'y' }, now, { from: 'x', to: 'y' }).from).toBe(now - 3_600_000));
  it('tells ranges that move', () => expect([isRelative({ from: 'now-1h', to: 'now' }), isRelative({ from: '1', to: '2' })]).toEqual([true, false]));
});

it.each([
  ['now-1h', 'now', 'Last 1 hour'],
  ['now-45m', 'now', 'Last 45 minutes'],
  ['now/d', 'now/d', 'Today'],
  ['now-2h', 'now-1h', 'now-2h to now-1h'],
])('%s to %s is called %s', (from, to, name) => expect(describeRange({ from, to })).toBe(name));

it('puts ticks on round local times', () => {
  const ticks = timeTicks(at(2026, 11, 25, 16, 7), at(2026, 11, 25, 17, 7), 6);
  expect(ticks.map((tick) => formatTick(tick, 3_600_000))).toEqual(['16:10', '16:20', '16:30', '16:40', '16:50', '17:00']);
});

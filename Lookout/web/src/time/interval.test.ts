import { describe, expect, it } from 'vitest';
import { alignToStep, panelInterval, queryIntervals, rateInterval, roundInterval } from './interval';

const hour = 3_600_000;

describe('roundInterval', () => {
  it.each([
    [9, 1], [10, 1], [14, 10], [34, 20], [1499, 1000], [1500, 1000], [1501, 2000], [7400, 5000], [17000, 15000], [89_000, 60_000],
    [5 * 60_000, 300_000], [hour, hour], [25 * hour, 24 * hour], [400 * 24 * hour, 365 * 24 * hour],
  ])('%d ms is drawn at %d ms', (ms, step) => expect(roundInterval(ms)).toBe(step));
});

describe('queryIntervals', () => {
  const base = { rangeMs: hour, maxDataPoints: 600, scrapeMs: 2000 };

  it('divides the range by the points and rounds', () => expect(queryIntervals(base)).toEqual({ intervalMs: 5000, stepMs: 5000, rateIntervalMs: 8000 }));
  it('does not go below the scrape interval', () => expect(queryIntervals({ ...base, scrapeMs: 15_000 })).toEqual({ intervalMs: 15_000, stepMs: 15_000, rateIntervalMs: 60_000 }));
  it('does not go below the interval of the panel', () => expect(queryIntervals({ ...base, panelInterval: '1m' }).stepMs).toBe(60_000));
  it('lets a query ask for a longer step, which its rate counts as the scrape interval', () => {
    expect(queryIntervals({ ...base, targetInterval: '30s' })).toEqual({ intervalMs: 5000, stepMs: 30_000, rateIntervalMs: 120_000 });
  });
  it('never asks for more than Prometheus answers', () => expect(queryIntervals({ rangeMs: 30 * 24 * hour, maxDataPoints: 100_000, scrapeMs: 1000 }).stepMs).toBe(300_000));
  it('takes $__rate_interval as step', () => expect(queryIntervals({ ...base, targetInterval: '$__rate_interval' }).stepMs).toBe(8000));
  it('takes the panel interval over the scrape interval', () => expect(panelInterval({ ...base, scrapeMs: 15_000, panelInterval: '1s' })).toBe(5000));
});

it.each([
  [15_000, 15_000, 60_000],
  [60_000, 15_000, 75_000],
  [1000, 2000, 8000],
])('a rate over steps of %d ms with scrapes of %d ms looks back %d ms', (interval, scrape, rate) => expect(rateInterval(interval, scrape)).toBe(rate));

it('aligns a range to multiples of the step', () => expect(alignToStep(1_007, 2_999, 1000)).toEqual({ start: 1000, end: 2000 }));

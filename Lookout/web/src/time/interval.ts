import { parseDuration } from './duration';

/** The steps between which Grafana rounds: an interval up to `upTo` becomes `step` (milliseconds). */
const steps: readonly (readonly [upTo: number, step: number])[] = [
  [10, 1], [15, 10], [35, 20], [75, 50], [150, 100], [350, 200], [750, 500],
  [1500, 1000], [3500, 2000], [7500, 5000], [12500, 10000], [17500, 15000], [25000, 20000], [45000, 30000],
  [90000, 60000], [210000, 120000], [450000, 300000], [750000, 600000], [1050000, 900000], [1500000, 1200000], [2700000, 1800000],
  [5400000, 3600000], [9000000, 7200000], [16200000, 10800000], [32400000, 21600000],
  [86400000, 43200000], [604800000, 86400000], [1814400000, 604800000], [3628800000, 2592000000],
];

/** Prometheus answers no more than this many points per series. */
const safeResolution = 11000;

/** Rounds an interval to one of Grafana's steps. */
export function roundInterval(ms: number): number {
  return steps.find(([upTo]) => ms <= upTo)?.[1] ?? 31536000000;
}

/** What the step of a query depends on; durations as text come from the dashboard. */
export interface IntervalInput {
  readonly rangeMs: number;
  readonly maxDataPoints: number;
  readonly scrapeMs: number;
  readonly panelInterval?: string | undefined;
  readonly targetInterval?: string | undefined;
}

/** The step of a query, and `$__rate_interval`. */
export interface Intervals {
  readonly intervalMs: number;
  readonly stepMs: number;
  readonly rateIntervalMs: number;
}

/** Grafana's `$__interval` of a panel: the range over its points, rounded, not below the panel's or the source's interval. */
export function panelInterval(input: IntervalInput): number {
  const least = parseDuration(input.panelInterval ?? '') ?? input.scrapeMs;
  return Math.max(least, roundInterval(input.rangeMs / Math.max(1, input.maxDataPoints)));
}

/** Works out step and rate interval as Grafana's Prometheus data source does. */
export function queryIntervals(input: IntervalInput): Intervals {
  const intervalMs = panelInterval(input);
  const rateFixed = /^\$(__rate_interval|\{__rate_interval\})$/.test(input.targetInterval ?? '');
  const targetMs = parseDuration(input.targetInterval ?? '');
  const least = targetMs ?? intervalMs;
  const calculated = input.rangeMs / Math.max(1, input.maxDataPoints);
  const rounded = calculated < least ? least : Math.max(least, roundInterval(calculated));
  const step = Math.max(rounded, roundInterval(input.rangeMs / safeResolution));
  if (rateFixed) {
    const rate = rateInterval(step, input.scrapeMs);
    return { intervalMs, stepMs: rate, rateIntervalMs: rate };
  }
  return { intervalMs, stepMs: step, rateIntervalMs: rateInterval(intervalMs, targetMs ?? input.scrapeMs) };
}

/** Long enough that a rate has at least four scrapes, and none falls between two steps. */
export function rateInterval(intervalMs: number, scrapeMs: number): number {
  return Math.max(intervalMs + scrapeMs, 4 * scrapeMs);
}

/** Start and end on multiples of the step, so that the points stay where they are from one refresh to the next. */
export function alignToStep(fromMs: number, toMs: number, stepMs: number): { readonly start: number; readonly end: number } {
  return { start: Math.floor(fromMs / stepMs) * stepMs, end: Math.floor(toMs / stepMs) * stepMs };
}

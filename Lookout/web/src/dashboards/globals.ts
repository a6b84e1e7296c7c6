import { formatInterval, promDuration } from '../time/duration';
import type { Intervals } from '../time/interval';
import type { TimeRange } from '../time/range';
import { fixedValue, type Scope } from './interpolate';

/** The variables of a time range that every text may use. */
export function rangeGlobals(range: TimeRange): Scope {
  const ms = range.to - range.from;
  const seconds = Math.round(ms / 1000);
  return {
    __from: fixedValue(String(range.from)),
    __to: fixedValue(String(range.to)),
    '__from.date': fixedValue(new Date(range.from).toISOString()),
    '__to.date': fixedValue(new Date(range.to).toISOString()),
    __range: fixedValue(`${seconds}s`),
    __range_s: fixedValue(String(seconds)),
    __range_ms: fixedValue(String(ms)),
    __url_time_range: { ...fixedValue(new URLSearchParams({ from: range.raw.from, to: range.raw.to }).toString()), verbatim: true },
  };
}

/** The variables of a query's step. */
export function intervalGlobals(intervals: Intervals): Scope {
  return {
    __interval: fixedValue(formatInterval(intervals.stepMs)),
    __interval_ms: fixedValue(String(Math.round(intervals.stepMs))),
    __rate_interval: fixedValue(promDuration(intervals.rateIntervalMs)),
    __rate_interval_ms: fixedValue(String(Math.round(intervals.rateIntervalMs))),
  };
}

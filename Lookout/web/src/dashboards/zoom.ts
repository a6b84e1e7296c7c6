import type { RawRange, TimeRange } from '../time/range';

/** The range between two moments, as the address has it. */
export function between(from: number, to: number): RawRange {
  return { from: String(Math.round(from)), to: String(Math.round(to)) };
}

/** Twice the range around its middle, or before now where that would be in the future. */
export function zoomedOut({ from, to }: TimeRange, now: number): RawRange {
  const span = to - from;
  const end = Math.min(to + span / 2, Math.max(now, to));
  return between(end - 2 * span, end);
}

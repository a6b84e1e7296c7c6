/** Counts per bucket and moment, the lowest bucket first. */
export interface HeatmapCells {
  readonly times: readonly number[];
  readonly buckets: readonly Bucket[];
  /** `counts[bucket][time]`; null where a bucket has no sample. */
  readonly counts: readonly (readonly (number | null)[])[];
  readonly max: number;
}

/** A bucket between two bounds; the first has no lower one that is known. */
export interface Bucket {
  readonly from: number | undefined;
  readonly to: number;
}

/** A classic bucket's series: its upper bound `le` and cumulative counts. */
export interface BucketSeries {
  readonly le: string;
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/** What each bucket holds by itself: the cumulative count of its bound less that of the bound below. */
export function heatmapCells(series: readonly BucketSeries[]): HeatmapCells {
  const bounds = new Map<number, Map<number, number>>();
  for (const { le, times, values } of series) {
    const bound = upperBound(le);
    if (Number.isNaN(bound)) continue;
    const counts = bounds.get(bound) ?? new Map<number, number>();
    bounds.set(bound, counts);
    times.forEach((time, index) => {
      const value = values[index] ?? NaN;
      if (!Number.isNaN(value)) counts.set(time, (counts.get(time) ?? 0) + value);
    });
  }
  const sorted = [...bounds.keys()].sort((a, b) => a - b);
  const times = [...new Set([...bounds.values()].flatMap((counts) => [...counts.keys()]))].sort((a, b) => a - b);
  let max = 0;
  const counts = sorted.map((bound, index) =>
    times.map((time) => {
      const upTo = bounds.get(bound)!.get(time);
      if (upTo === undefined) return null;
      const below = index === 0 ? 0 : (bounds.get(sorted[index - 1]!)!.get(time) ?? 0);
      // Counters of different scrapes can make a bound smaller than the one below it.
      const own = Math.max(0, upTo - below);
      max = Math.max(max, own);
      return own;
    }),
  );
  return { times, counts, max, buckets: sorted.map((to, index) => ({ from: sorted[index - 1], to })) };
}

function upperBound(le: string): number {
  return le === '+Inf' ? Infinity : le.trim() === '' ? NaN : Number(le);
}

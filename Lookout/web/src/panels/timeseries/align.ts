import type { StyledFrame, StyledField } from '../../frames/frame';

/** Series on one time axis: each has a value, or null, at every time. */
export interface Aligned {
  readonly times: readonly number[];
  readonly series: readonly AlignedSeries[];
}

export interface AlignedSeries {
  readonly field: StyledField;
  readonly refId: string;
  readonly values: readonly (number | null)[];
}

/** Puts the series of all frames on the times of all of them. Prometheus leaves out what it does not have; here it is null. */
export function align(frames: readonly StyledFrame[]): Aligned {
  const columns = frames.flatMap((frame) => {
    const times = frame.fields.find((field) => field.type === 'time')?.values as readonly number[] | undefined;
    return times === undefined ? [] : frame.fields.filter((field) => field.type === 'number').map((field) => ({ field, times, refId: frame.refId }));
  });
  const distinct = new Set<number>();
  for (const { times } of columns) for (const time of times) distinct.add(time);
  const times = [...distinct].sort((a, b) => a - b);
  const places = new Map(times.map((time, index) => [time, index]));
  return {
    times,
    series: columns.map(({ field, times: own, refId }) => {
      const values = new Array<number | null>(times.length).fill(null);
      own.forEach((time, index) => {
        const value = field.values[index];
        if (typeof value === 'number' && Number.isFinite(value)) values[places.get(time)!] = value;
      });
      return { field, refId, values };
    }),
  };
}

/** The axis with a place without value wherever more than a step is missing in all series, so that lines break there. */
export function withGaps(aligned: Aligned, stepMs: number): Aligned {
  const keep: number[] = [];
  const times: number[] = [];
  aligned.times.forEach((time, index) => {
    const before = aligned.times[index - 1];
    if (before !== undefined && time - before > stepMs * 1.5) {
      times.push(before + stepMs);
      keep.push(-1);
    }
    times.push(time);
    keep.push(index);
  });
  if (times.length === aligned.times.length) return aligned;
  return { times, series: aligned.series.map((one) => ({ ...one, values: keep.map((index) => (index < 0 ? null : one.values[index]!)) })) };
}

/** Values as the percentage of their sum at each time. */
export function asPercentages(series: readonly (readonly (number | null)[])[]): (number | null)[][] {
  const length = series[0]?.length ?? 0;
  const totals = Array.from({ length }, (_, index) => series.reduce((total, values) => total + (values[index] ?? 0), 0));
  return series.map((values) => values.map((value, index) => (value === null ? null : totals[index] === 0 ? 0 : (value / totals[index]!) * 100)));
}

/** The least and the most that a stack reaches. */
export function stackedEnds(series: readonly (readonly (number | null)[])[]): { readonly min: number; readonly max: number } {
  const length = series[0]?.length ?? 0;
  let min = 0;
  let max = 0;
  for (let index = 0; index < length; index++) {
    let up = 0;
    let down = 0;
    for (const values of series) {
      const value = values[index] ?? 0;
      if (value >= 0) up += value;
      else down += value;
    }
    max = Math.max(max, up);
    min = Math.min(min, down);
  }
  return { min, max };
}

/** The place of the time nearest to one, or -1 when there is none. */
export function nearest(times: readonly number[], time: number): number {
  if (times.length === 0) return -1;
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low > 0 && time - times[low - 1]! <= times[low]! - time ? low - 1 : low;
}

import type { StyledField, StyledFrame, Value } from '../../frames/frame';

/** A stretch of time in which a field keeps a value. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

export interface StateRow {
  readonly field: StyledField;
  readonly segments: readonly Segment[];
}

/** The states of each field. A sample holds until the next one; where more than a step is missing, nothing is known. */
export function stateRows(frames: readonly StyledFrame[], stepMs: number, end: number, merge: boolean): StateRow[] {
  return frames.flatMap((frame) => {
    const times = frame.fields.find((field) => field.type === 'time')?.values as readonly number[] | undefined;
    if (!times) return [];
    return frame.fields.filter((field) => field.type !== 'time').map((field) => ({ field, segments: segmentsOf(times, field.values, stepMs, end, merge) }));
  });
}

function segmentsOf(times: readonly number[], values: readonly Value[], stepMs: number, end: number, merge: boolean): Segment[] {
  const segments: Segment[] = [];
  times.forEach((from, index) => {
    const value = values[index] ?? null;
    const next = times[index + 1] ?? Math.min(end, from + stepMs);
    const to = next - from > stepMs * 1.5 ? from + stepMs : Math.max(next, from);
    if (value === null) return;
    const last = segments.at(-1);
    if (merge && last !== undefined && last.to === from && Object.is(last.value, value)) segments[segments.length - 1] = { ...last, to };
    else segments.push({ from, to, value });
  });
  return segments;
}

import type { Labels } from '../alertmanager/types';
import { getJson } from '../http/request';

/** One series' value now. */
export interface Sample {
  readonly metric: Labels;
  readonly value: number;
}

/** One series over time: pairs of seconds and values. */
export interface Series {
  readonly metric: Labels;
  readonly points: readonly (readonly [number, number])[];
}

interface Answer<R> {
  readonly data: { readonly result: readonly R[] };
}

export async function queryNow(query: string, signal: AbortSignal): Promise<Sample[]> {
  const parameters = new URLSearchParams({ query });
  const answer = await getJson<Answer<{ metric: Labels; value: [number, string] }>>(`/api/prometheus/api/v1/query?${parameters}`, signal);
  return answer.data.result.map(({ metric, value }) => ({ metric, value: Number(value[1]) }));
}

export async function queryRange(query: string, start: number, end: number, step: number, signal: AbortSignal): Promise<Series[]> {
  const parameters = new URLSearchParams({ query, start: String(start), end: String(end), step: String(step) });
  const answer = await getJson<Answer<{ metric: Labels; values: [number, string][] }>>(`/api/prometheus/api/v1/query_range?${parameters}`, signal);
  return answer.data.result.map(({ metric, values }) => ({ metric, points: values.map(([time, value]) => [time, Number(value)] as const) }));
}

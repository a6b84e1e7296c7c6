import { fill } from '../format/legend';
import type { Annotation } from '../panels/panel';
import type { PrometheusClient } from '../prometheus/client';
import type { Series } from '../prometheus/types';
import { parseDuration } from '../time/duration';
import { alignToStep } from '../time/interval';
import type { TimeRange } from '../time/range';
import { intervalGlobals } from './globals';
import { interpolate, promQl, type Scope } from './interpolate';
import type { AnnotationQuery } from './model';

/** As many marks as can be told apart. */
const most = 200;

/** Asks for the moments that a dashboard marks. A query that fails marks nothing: the panels do not depend on it. */
export async function queryAnnotations(
  queries: readonly AnnotationQuery[],
  client: PrometheusClient,
  range: TimeRange,
  scope: Scope,
  signal: AbortSignal,
): Promise<Annotation[]> {
  const answers = await Promise.all(
    queries.map(async (query) => {
      // Prometheus answers no more than 11,000 points.
      const stepMs = Math.max(parseDuration(interpolate(query.step, scope)) ?? 60000, Math.ceil((range.to - range.from) / 11000));
      const intervals = intervalGlobals({ intervalMs: stepMs, stepMs, rateIntervalMs: 4 * stepMs });
      const { start, end } = alignToStep(range.from, range.to, stepMs);
      try {
        const { series } = await client.range(interpolate(query.expr, { ...scope, ...intervals }, promQl), start, end, stepMs, signal);
        return series.flatMap((one) => marks(query, one, stepMs));
      } catch {
        signal.throwIfAborted();
        return [];
      }
    }),
  );
  return answers.flat().filter(({ timeEnd, time }) => timeEnd >= range.from && time <= range.to).sort((a, b) => a.time - b.time).slice(-most);
}

/** The spans in which a series is there and not zero; or, where its values are times, each of them once. */
export function marks(query: AnnotationQuery, series: Series, stepMs: number): Annotation[] {
  const common = {
    title: fill(query.titleFormat, series.labels) || query.name,
    text: fill(query.textFormat, series.labels),
    tags: query.tagKeys.flatMap((key) => (series.labels[key] ? [series.labels[key]] : [])),
    color: query.iconColor,
    source: query.name,
  };
  if (query.useValueForTime) {
    return [...new Set(series.points.map(([, value]) => Math.floor(value)))].filter(Number.isFinite).map((time) => ({ ...common, time, timeEnd: time }));
  }
  const spans: { time: number; timeEnd: number }[] = [];
  for (const [seconds, value] of series.points) {
    if (!value) continue;
    const time = seconds * 1000;
    const last = spans.at(-1);
    if (last !== undefined && time - last.timeEnd <= stepMs) last.timeEnd = time;
    else spans.push({ time, timeEnd: time });
  }
  return spans.map((span) => ({ ...common, ...span }));
}

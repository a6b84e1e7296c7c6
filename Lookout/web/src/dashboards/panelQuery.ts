import { seriesFrames, tableFrame, type TargetResult } from '../frames/fromPrometheus';
import type { Frame, StyledFrame } from '../frames/frame';
import { styleFrames } from '../frames/style';
import { transform } from '../frames/transformations';
import type { PrometheusClient } from '../prometheus/client';
import type { Exemplar, QueryResult } from '../prometheus/types';
import { promDuration } from '../time/duration';
import { alignToStep, queryIntervals } from '../time/interval';
import { resolveRange, type TimeRange } from '../time/range';
import { intervalGlobals, rangeGlobals } from './globals';
import { interpolate, promQl, readable, type Scope } from './interpolate';
import type { Panel, Target } from './model';

/** What a panel's queries depend on beside the panel. */
export interface QueryContext {
  readonly client: PrometheusClient;
  readonly range: TimeRange;
  readonly now: number;
  readonly scope: Scope;
  readonly scrapeMs: number;
  readonly width: number;
}

/** A query as it was asked, and how it went. */
export interface QueryTrace {
  readonly refId: string;
  readonly expr: string;
  readonly kind: 'range' | 'instant';
  readonly step: string | undefined;
  readonly milliseconds: number | undefined;
  readonly samples: number | undefined;
  readonly series: number | undefined;
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
  readonly error: string | undefined;
}

/** The answer to all queries of a panel. */
export interface PanelAnswer {
  readonly frames: readonly StyledFrame[];
  readonly range: TimeRange;
  readonly stepMs: number;
  readonly exemplars: readonly Exemplar[];
  readonly traces: readonly QueryTrace[];
  readonly errors: readonly string[];
}

interface Asked {
  readonly target: Target;
  readonly trace: QueryTrace;
  readonly result: QueryResult | undefined;
}

/** Asks a panel's queries, and brings the answers into the form that the panel shows. */
export async function queryPanel(panel: Panel, context: QueryContext, signal: AbortSignal): Promise<PanelAnswer> {
  const range = panelRange(panel, context);
  const scope = { ...context.scope, ...rangeGlobals(range) };
  const targets = panel.targets.filter((target) => !target.hide && target.expr !== '');
  const plans = targets.flatMap((target) => plan(target, panel, range, { ...context, scope }));
  const [asked, exemplars] = await Promise.all([
    Promise.all(plans.map((one) => ask(one, range, context.client, signal))),
    exemplarsOf(plans, range, context.client, signal),
  ]);
  signal.throwIfAborted();
  const frames = transform(framesOf(asked, scope), panel.transformations);
  return {
    frames: styleFrames(frames, panel.fieldConfig, scope),
    range,
    stepMs: Math.max(...plans.map(({ stepMs }) => stepMs), 1),
    exemplars,
    traces: asked.map(({ trace }) => trace),
    errors: asked.flatMap(({ trace }) => (trace.error === undefined ? [] : [trace.error])),
  };
}

interface Plan {
  readonly target: Target;
  readonly expr: string;
  readonly kind: 'range' | 'instant';
  readonly stepMs: number;
}

function plan(target: Target, panel: Panel, range: TimeRange, context: QueryContext): Plan[] {
  const intervals = queryIntervals({
    rangeMs: range.to - range.from,
    maxDataPoints: panel.maxDataPoints ?? context.width,
    scrapeMs: context.scrapeMs,
    panelInterval: interval(panel.interval, context.scope),
    targetInterval: interval(target.interval, context.scope),
  });
  const expr = interpolate(target.expr, { ...context.scope, ...intervalGlobals(intervals) }, promQl);
  const kinds = [...(target.range ? (['range'] as const) : []), ...(target.instant ? (['instant'] as const) : [])];
  return kinds.map((kind) => ({ target, expr, kind, stepMs: intervals.stepMs }));
}

/** The interval of a panel or a query may name a variable; that of Grafana itself is resolved with the step. */
function interval(text: string | undefined, scope: Scope): string | undefined {
  return text === undefined || text === '' ? undefined : interpolate(text, scope);
}

async function ask({ target, expr, kind, stepMs }: Plan, range: TimeRange, client: PrometheusClient, signal: AbortSignal): Promise<Asked> {
  const { start, end } = alignToStep(range.from, range.to, stepMs);
  const common = { refId: target.refId, expr, kind, step: kind === 'range' ? promDuration(stepMs) : undefined };
  try {
    const result = kind === 'range' ? await client.range(expr, start, end, stepMs, signal) : await client.instant(expr, range.to, signal);
    const { milliseconds, samples, warnings, infos } = result;
    return { target, result, trace: { ...common, milliseconds, samples, warnings, infos, series: result.series.length, error: undefined } };
  } catch (error) {
    signal.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    return { target, result: undefined, trace: { ...common, milliseconds: undefined, samples: undefined, warnings: [], infos: [], series: undefined, error: message } };
  }
}

/** Exemplars adorn a panel: one that has them is whole without them. */
async function exemplarsOf(plans: readonly Plan[], range: TimeRange, client: PrometheusClient, signal: AbortSignal): Promise<Exemplar[]> {
  const wanted = plans.filter(({ target, kind }) => target.exemplar && kind === 'range');
  const answers = await Promise.all(wanted.map(({ expr }) => client.exemplars(expr, range.from, range.to, signal).catch(() => [])));
  return answers.flat();
}

function framesOf(asked: readonly Asked[], scope: Scope): Frame[] {
  const answered = asked.flatMap(({ target, trace, result }): (TargetResult & { readonly format: Target['format'] })[] =>
    result === undefined ? [] : [{ refId: target.refId, legendFormat: interpolate(target.legendFormat, scope, readable), expr: trace.expr, result, format: target.format }],
  );
  const tables = answered.filter(({ format }) => format === 'table').length;
  return answered.flatMap((one) => (one.format === 'table' ? (one.result.series.length === 0 ? [] : [tableFrame(one, tables === 1)]) : seriesFrames(one)));
}

function panelRange(panel: Panel, { range, now }: QueryContext): TimeRange {
  return panel.timeFrom === undefined ? range : resolveRange({ from: `now-${panel.timeFrom.replace(/^now-/, '')}`, to: 'now' }, now, range.raw);
}

import { asArray, asObject, asObjects, asString, asStrings, type Json } from '../dashboards/json';
import type { Labels } from '../format/legend';
import type { Exemplar, QueryResult, Sample, Series } from './types';

/** Reads the answer of `query` and `query_range`. */
export function decodeResult(answer: Json, milliseconds: number): QueryResult {
  const data = asObject(answer['data']);
  const kind = asString(data['resultType'], 'vector') as QueryResult['kind'];
  const samples = asObject(asObject(data['stats'])['samples'])['totalQueryableSamples'];
  return {
    kind,
    series: kind === 'scalar' || kind === 'string' ? [{ labels: {}, points: [decodeSample(data['result'])] }] : asObjects(data['result']).map(decodeSeries),
    warnings: asStrings(answer['warnings']),
    infos: asStrings(answer['infos']),
    milliseconds,
    samples: typeof samples === 'number' ? samples : undefined,
  };
}

function decodeSeries(source: Json): Series {
  const labels = source['metric'] as Labels;
  return { labels, points: source['values'] === undefined ? (source['value'] === undefined ? [] : [decodeSample(source['value'])]) : asArray(source['values']).map(decodeSample) };
}

function decodeSample(source: unknown): Sample {
  const [time, value] = asArray(source);
  return [Number(time), decodeValue(value)];
}

/** Prometheus writes values as text, and infinities in its own way. */
function decodeValue(value: unknown): number {
  return value === '+Inf' ? Infinity : value === '-Inf' ? -Infinity : Number(value);
}

/** Reads the answer of `query_exemplars`. */
export function decodeExemplars(answer: Json): Exemplar[] {
  return asObjects(answer['data']).flatMap((series) =>
    asObjects(series['exemplars']).map((exemplar) => ({
      labels: asObject(exemplar['labels']) as Labels,
      seriesLabels: asObject(series['seriesLabels']) as Labels,
      time: Number(exemplar['timestamp']),
      value: decodeValue(exemplar['value']),
    })),
  );
}

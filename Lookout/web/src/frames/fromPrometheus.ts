import { legends } from '../format/legend';
import type { QueryResult } from '../prometheus/types';
import type { Field, Frame } from './frame';

export interface TargetResult {
  readonly refId: string;
  readonly legendFormat: string;
  readonly expr: string;
  readonly result: QueryResult;
}

/** A frame per series: its times, and its values under the legend of the query. */
export function seriesFrames({ refId, legendFormat, expr, result }: TargetResult): Frame[] {
  const names = legends(result.series.map((series) => series.labels), legendFormat, expr);
  return result.series.map((series, index) => ({
    refId,
    fields: [
      { name: 'Time', type: 'time', labels: {}, values: series.points.map(([time]) => time * 1000) },
      { name: 'Value', type: 'number', labels: series.labels, legend: names[index], values: series.points.map(([, value]) => value) },
    ],
  }));
}

/** One frame with a row per sample: time, each label, value. With several queries the value's column names its query. */
export function tableFrame({ refId, result }: TargetResult, alone: boolean): Frame {
  const labels = [...new Set(result.series.flatMap((series) => Object.keys(series.labels)))].sort();
  const rows = result.series.flatMap((series) => series.points.map((point) => ({ series, point })));
  const fields: Field[] = [
    { name: 'Time', type: 'time', labels: {}, values: rows.map(({ point }) => point[0] * 1000) },
    ...labels.map((name): Field => ({ name, type: 'string', labels: {}, values: rows.map(({ series }) => series.labels[name] ?? '') })),
    { name: alone ? 'Value' : `Value #${refId}`, type: 'number', labels: {}, values: rows.map(({ point }) => point[1]) },
  ];
  return { refId, fields };
}

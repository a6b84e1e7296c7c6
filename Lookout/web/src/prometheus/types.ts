import type { Labels } from '../format/legend';

/** A sample: epoch seconds and the value. */
export type Sample = readonly [time: number, value: number];

export interface Series {
  readonly labels: Labels;
  readonly points: readonly Sample[];
}

/** The answer to a query, and what it cost. */
export interface QueryResult {
  readonly kind: 'matrix' | 'vector' | 'scalar' | 'string';
  readonly series: readonly Series[];
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
  readonly milliseconds: number;
  readonly samples: number | undefined;
}

export interface Exemplar {
  readonly labels: Labels;
  readonly seriesLabels: Labels;
  readonly time: number;
  readonly value: number;
}

/** A query that Prometheus refused or that did not reach it; the message is Prometheus' own where there is one. */
export class PrometheusError extends Error {
  override readonly name = 'PrometheusError';

  constructor(
    message: string,
    readonly type: string,
    readonly status: number,
  ) {
    super(message);
  }
}

import type { PrometheusClient } from '../prometheus/client';
import { seriesName } from '../format/legend';
import type { FetchValues } from './variables';

/** Answers the query forms of Grafana's Prometheus variables: `label_values`, `label_names`, `metrics` and `query_result`. */
export function variableValues(client: PrometheusClient): FetchValues {
  return async (query, range, signal) => {
    const labelValues = /^label_values\((?:(.+),\s*)?([a-zA-Z_]\w*)\)\s*$/s.exec(query.trim());
    if (labelValues) return client.labelValues(labelValues[2]!, labelValues[1]?.trim(), range, signal);
    if (/^label_names\(\s*\)\s*$/.test(query.trim())) return client.labels(range, signal);
    const metrics = /^metrics\((.*)\)\s*$/s.exec(query.trim());
    if (metrics) {
      const filter = new RegExp(metrics[1]!.trim());
      return (await client.labelValues('__name__', undefined, range, signal)).filter((name) => filter.test(name));
    }
    const result = /^query_result\((.+)\)\s*$/s.exec(query.trim());
    const answer = await client.instant(result?.[1] ?? query, range.to, signal);
    return answer.series.flatMap((series) => series.points.map(([time, value]) => `${seriesName(series.labels)} ${value} ${time}`));
  };
}

import { interpolate } from '../dashboards/interpolate';
import { message } from './message';
import type { PanelFactory } from './panel';

const tiers: Readonly<Record<string, string>> = { logs: 'Logs', traces: 'Traces', loki: 'Logs', jaeger: 'Traces', tempo: 'Traces' };

/** The place of a panel whose data source is not connected. */
export const placePanel: PanelFactory = (host, { panel, scope }) => {
  const tier = tiers[panel.type] ?? tiers[panel.datasource.type] ?? 'This panel';
  const source = interpolate(panel.datasource.uid, scope);
  const name = source === '' || source.includes('$') ? panel.datasource.type : source;
  const known = tiers[panel.type] ?? tiers[panel.datasource.type];
  const body = known
    ? message(`${tier} are not connected`, `This panel asks the data source ${name} (${panel.datasource.type}), which comes with the ${known === 'Logs' ? 'log' : 'trace'} tier.`)
    : message(`Lookout does not draw panels of type ${panel.type}`, 'Open the dashboard in Grafana to see it.');
  host.append(body);
  return { draw: () => ({ series: 0, points: 0 }), dispose: () => body.remove() };
};

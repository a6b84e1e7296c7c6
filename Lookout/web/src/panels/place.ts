import { interpolate } from '../dashboards/interpolate';
import { message } from './message';
import type { PanelFactory } from './panel';

const tiers: Readonly<Record<string, string>> = { logs: 'Logs', traces: 'Traces', loki: 'Logs', jaeger: 'Traces', tempo: 'Traces' };

/** The place of a panel whose data source is not connected. */
export const placePanel: PanelFactory = (host, context) => ({
  draw() {
    const { type, datasource } = context.panel;
    const tier = tiers[type] ?? tiers[datasource.type];
    const source = interpolate(datasource.uid, context.scope);
    const name = source === '' || source.includes('$') ? datasource.type : source;
    host.replaceChildren(
      tier === undefined
        ? message(`Lookout does not draw panels of type ${type}`, 'Open the dashboard in Grafana to see it.')
        : message(`${tier} are not connected`, `This panel asks the data source ${name}; it comes with the ${tier === 'Logs' ? 'log' : 'trace'} tier.`),
    );
    return { series: 0, points: 0 };
  },
  dispose: () => host.replaceChildren(),
});

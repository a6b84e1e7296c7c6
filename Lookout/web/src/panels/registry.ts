import type { Panel } from '../dashboards/model';
import type { PanelFactory } from './panel';

const connected = new Set(['', 'prometheus', 'datasource', 'grafana', '-- Mixed --']);

/** True for panels that ask Prometheus. */
export function queries(panel: Panel): boolean {
  return drawable.has(panel.type) && panel.type !== 'text' && connected.has(panel.datasource.type);
}

const drawable = new Set(['stat', 'timeseries', 'heatmap', 'table', 'bargauge', 'gauge', 'state-timeline', 'text']);

/** What draws a type of panel; what needs the chart library is loaded when it is first needed. */
export async function panelFactory(panel: Panel): Promise<PanelFactory> {
  if (panel.type !== 'text' && !queries(panel)) return (await import('./place')).placePanel;
  switch (panel.type) {
    case 'stat':
      return (await import('./stat')).statPanel;
    case 'gauge':
      return (await import('./gauge')).gaugePanel;
    case 'bargauge':
      return (await import('./barGauge')).barGaugePanel;
    case 'table':
      return (await import('./table/view')).tablePanel;
    case 'text':
      return (await import('./text')).textPanel;
    case 'heatmap':
      return (await import('./heatmap/view')).heatmapPanel;
    case 'state-timeline':
      return (await import('./stateTimeline/view')).stateTimelinePanel;
    default:
      return (await import('./timeseries/view')).timeseriesPanel;
  }
}

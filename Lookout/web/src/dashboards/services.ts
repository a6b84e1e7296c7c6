import type { Annotation } from '../panels/panel';
import type { Crosshair } from '../panels/chart/crosshair';
import type { TimeRange } from '../time/range';
import type { Scope } from './interpolate';
import type { QueryContext } from './panelQuery';
import type { PlacedPanel } from './repeat';

/** What a dashboard gives its panels. */
export interface DashboardServices {
  /** Grows when range or variables change: answers to an older question are not wanted. */
  readonly generation: number;
  readonly range: TimeRange;
  readonly annotations: readonly Annotation[];
  readonly crosshair: Crosshair;
  readonly scopeFor: (placed: PlacedPanel) => Scope;
  readonly queryContext: (placed: PlacedPanel, width: number) => QueryContext;
  readonly zoom: (from: number, to: number) => void;
  readonly zoomOut: () => void;
  readonly announce: (text: string) => void;
  readonly settled: () => void;
  readonly viewedPanel: () => string | undefined;
  readonly viewPanel: (key: string | undefined) => void;
  readonly grafanaPanel: (id: number) => string | undefined;
  readonly prometheusExplains: string;
}

import type { Scope } from '../dashboards/interpolate';
import type { Panel } from '../dashboards/model';
import type { StyledFrame } from '../frames/frame';
import type { Exemplar } from '../prometheus/types';
import type { TimeRange } from '../time/range';
import type { Crosshair } from './chart/crosshair';
import type { ChartTheme } from './theme';

/** A moment, or a span, that a dashboard marks over its time series. */
export interface Annotation {
  readonly time: number;
  readonly timeEnd: number;
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly color: string;
  readonly source: string;
}

/** What a panel draws. */
export interface PanelData {
  readonly frames: readonly StyledFrame[];
  readonly range: TimeRange;
  readonly stepMs: number;
  readonly annotations: readonly Annotation[];
  readonly exemplars: readonly Exemplar[];
}

/** What a panel may ask of the dashboard around it. */
export interface PanelContext {
  readonly panel: Panel;
  readonly scope: Scope;
  readonly theme: () => ChartTheme;
  readonly crosshair: Crosshair;
  readonly zoom: (from: number, to: number) => void;
  readonly zoomOut: () => void;
  readonly announce: (text: string) => void;
}

/** How much a panel drew, for those who measure. */
export interface Drawn {
  readonly series: number;
  readonly points: number;
}

/** A panel's body. Drawing again replaces what was drawn. */
export interface PanelView {
  draw(data: PanelData): Drawn;
  dispose(): void;
}

/** Puts a panel's body into its place. */
export type PanelFactory = (host: HTMLElement, context: PanelContext) => PanelView;

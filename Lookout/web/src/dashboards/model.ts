import type { RawRange } from '../time/range';
import type { FieldConfigSource } from '../frames/fieldConfig';
import type { Json } from './json';
import type { Variable } from './variableModel';

/** A Grafana dashboard, as far as Lookout draws it. */
export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly time: RawRange;
  readonly refresh: string;
  readonly refreshIntervals: readonly string[];
  readonly sharedCrosshair: boolean;
  readonly links: readonly DashboardLink[];
  readonly annotations: readonly AnnotationQuery[];
  readonly variables: readonly Variable[];
  readonly panels: readonly Panel[];
  /** What the file holds that Lookout does not know, said in a sentence each. */
  readonly unknown: readonly string[];
}

/** A link in the dashboard's head: to the dashboards that carry its tags, or to an address. */
export interface DashboardLink {
  readonly type: 'dashboards' | 'link';
  readonly title: string;
  readonly tooltip: string;
  readonly url: string;
  readonly tags: readonly string[];
  readonly asDropdown: boolean;
  readonly keepTime: boolean;
  readonly includeVars: boolean;
  readonly targetBlank: boolean;
}

/** Moments that a Prometheus query names, drawn as markers over every time series. */
export interface AnnotationQuery {
  readonly name: string;
  readonly enabled: boolean;
  readonly hidden: boolean;
  readonly expr: string;
  readonly step: string;
  readonly titleFormat: string;
  readonly textFormat: string;
  readonly tagKeys: readonly string[];
  readonly iconColor: string;
  readonly useValueForTime: boolean;
}

/** A link of a panel or a field. */
export interface DataLink {
  readonly title: string;
  readonly url: string;
  readonly targetBlank: boolean;
}

export interface DataSourceRef {
  readonly type: string;
  readonly uid: string;
}

export interface GridPos {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** One query of a panel. */
export interface Target {
  readonly refId: string;
  readonly expr: string;
  readonly legendFormat: string;
  readonly instant: boolean;
  readonly range: boolean;
  readonly format: 'time_series' | 'table' | 'heatmap';
  readonly interval: string;
  readonly exemplar: boolean;
  readonly hide: boolean;
}

export interface Transformation {
  readonly id: string;
  readonly options: Json;
}

export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly gridPos: GridPos;
  readonly datasource: DataSourceRef;
  readonly targets: readonly Target[];
  readonly interval: string | undefined;
  readonly maxDataPoints: number | undefined;
  readonly timeFrom: string | undefined;
  readonly links: readonly DataLink[];
  readonly transparent: boolean;
  readonly repeat: string | undefined;
  readonly repeatDirection: 'h' | 'v';
  readonly maxPerRow: number | undefined;
  /** Rows only: closed, with their panels inside. */
  readonly collapsed: boolean;
  readonly panels: readonly Panel[];
  readonly fieldConfig: FieldConfigSource;
  readonly options: Json;
  readonly transformations: readonly Transformation[];
}

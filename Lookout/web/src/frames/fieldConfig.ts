import type { Json } from '../dashboards/json';
import type { DataLink } from '../dashboards/model';

export interface ThresholdStep {
  /** From this value on; the first step is for everything below the second. */
  readonly value: number;
  readonly color: string;
}

export interface Thresholds {
  readonly mode: 'absolute' | 'percentage';
  readonly steps: readonly ThresholdStep[];
}

/** What is shown in place of a value. */
export interface ValueMapping {
  readonly matches: (value: number | string | null) => boolean;
  readonly text: string | undefined;
  readonly color: string | undefined;
}

/** How a field is shown. */
export interface FieldConfig {
  readonly unit?: string | undefined;
  readonly decimals?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly noValue?: string | undefined;
  readonly displayName?: string | undefined;
  readonly colorMode: 'thresholds' | 'palette-classic' | 'fixed';
  readonly fixedColor?: string | undefined;
  readonly thresholds: Thresholds;
  readonly mappings: readonly ValueMapping[];
  readonly links: readonly DataLink[];
  /** What only one type of panel knows. */
  readonly custom: Json;
}

export interface FieldMatcher {
  readonly id: string;
  readonly options: unknown;
}

/** Properties for the fields that a matcher names. */
export interface FieldOverride {
  readonly matcher: FieldMatcher;
  readonly properties: readonly { readonly id: string; readonly value: unknown }[];
}

export interface FieldConfigSource {
  readonly defaults: FieldConfig;
  readonly overrides: readonly FieldOverride[];
}

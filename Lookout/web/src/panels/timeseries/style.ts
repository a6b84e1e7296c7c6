import { asNumber, asObject, asString } from '../../dashboards/json';
import type { FieldConfig } from '../../frames/fieldConfig';

/** How a time series draws one field. */
export interface SeriesStyle {
  readonly bars: boolean;
  readonly lineWidth: number;
  readonly fillOpacity: number;
  readonly dash: 'solid' | 'dashed' | 'dotted';
  readonly stepped: 'start' | 'end' | false;
  readonly smooth: boolean;
  readonly stacking: 'none' | 'normal' | 'percent';
  readonly stackGroup: string;
  readonly axis: 'auto' | 'left' | 'right' | 'hidden';
  readonly axisLabel: string;
  readonly softMin: number | undefined;
  readonly softMax: number | undefined;
  readonly thresholds: 'off' | 'line' | 'dashed' | 'area' | 'line+area' | 'dashed+area';
  /** Longest gap to draw through, in milliseconds; all when infinite. */
  readonly span: number;
  readonly points: boolean;
  readonly hidden: boolean;
}

/** Reads `custom` of a field, with Grafana's defaults. */
export function seriesStyle({ custom }: FieldConfig): SeriesStyle {
  const stacking = asObject(custom['stacking']);
  const line = asObject(custom['lineStyle']);
  const spanNulls = custom['spanNulls'];
  const interpolation = asString(custom['lineInterpolation']);
  const mode = asString(stacking['mode'], 'none');
  const fill = asString(line['fill'], 'solid');
  const drawStyle = asString(custom['drawStyle'], 'line');
  return {
    bars: drawStyle === 'bars',
    lineWidth: drawStyle === 'points' ? 0 : (asNumber(custom['lineWidth']) ?? 1),
    fillOpacity: (asNumber(custom['fillOpacity']) ?? 0) / 100,
    dash: fill === 'dash' ? 'dashed' : fill === 'dot' ? 'dotted' : 'solid',
    stepped: interpolation === 'stepAfter' ? 'end' : interpolation === 'stepBefore' ? 'start' : false,
    smooth: interpolation === 'smooth',
    stacking: mode === 'normal' || mode === 'percent' ? mode : 'none',
    stackGroup: asString(stacking['group'], 'A'),
    axis: asString(custom['axisPlacement'], 'auto') as SeriesStyle['axis'],
    axisLabel: asString(custom['axisLabel']),
    softMin: asNumber(custom['axisSoftMin']),
    softMax: asNumber(custom['axisSoftMax']),
    thresholds: asString(asObject(custom['thresholdsStyle'])['mode'], 'off') as SeriesStyle['thresholds'],
    span: spanNulls === true ? Infinity : (asNumber(spanNulls) ?? 0),
    points: drawStyle === 'points' || custom['showPoints'] === 'always',
    hidden: asObject(custom['hideFrom'])['viz'] === true,
  };
}

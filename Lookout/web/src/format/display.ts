import { classicColor, colorOf, type Theme } from '../color/palette';
import { absoluteSteps, stepFor } from '../frames/thresholds';
import type { StyledField, Value } from '../frames/frame';
import { formatDateTime } from '../time/dateTime';
import { valueFormat } from './units';

/** A value as a panel shows it. */
export interface Display {
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly color: string;
  readonly numeric: number;
}

/** The ends between which a field's percentage thresholds and gauges run. */
export interface Ends {
  readonly min: number;
  readonly max: number;
}

/** A value with unit, decimals, mappings and colour applied. */
export function display(value: Value, field: StyledField, theme: Theme, ends: Ends = { min: 0, max: 100 }): Display {
  const { config } = field;
  const numeric = typeof value === 'number' ? value : NaN;
  const mapping = config.mappings.find((one) => one.matches(value));
  const color = mapping?.color !== undefined ? colorOf(mapping.color, theme) : fieldColor(numeric, field, theme, ends);
  const shown = { prefix: '', suffix: '', color, numeric };
  if (mapping?.text !== undefined && mapping.text !== '') return { ...shown, text: mapping.text };
  if (value === null) return { ...shown, text: config.noValue ?? '–' };
  if (typeof value === 'string') return { ...shown, text: value };
  if (field.type === 'time' && config.unit === undefined) return { ...shown, text: formatDateTime(value) };
  return { ...shown, ...valueFormat(config.unit)(value, config.decimals) };
}

/** The colour of a value, or of a whole series when there is no value. */
export function fieldColor(value: number, field: StyledField, theme: Theme, ends: Ends = { min: 0, max: 100 }): string {
  const { config } = field;
  if (config.colorMode === 'fixed') return colorOf(config.fixedColor ?? 'green', theme);
  if (config.colorMode === 'palette-classic') return classicColor(field.index, theme);
  const step = stepFor(Number.isNaN(value) ? -Infinity : value, absoluteSteps(config, ends));
  return colorOf(step?.color ?? (theme === 'dark' ? '#8e8ea0' : '#6a6a78'), theme);
}

export const fullText = (shown: Display): string => shown.prefix + shown.text + shown.suffix;

/** The ends of a field: what the dashboard sets, else those of its values. */
export function endsOf(field: StyledField, over: readonly StyledField[] = [field]): Ends {
  let min = Infinity;
  let max = -Infinity;
  if (field.config.min === undefined || field.config.max === undefined) {
    for (const { values } of over) {
      for (const value of values) {
        if (typeof value !== 'number' || !Number.isFinite(value)) continue;
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
  }
  const low = field.config.min ?? (Number.isFinite(min) ? min : 0);
  const high = field.config.max ?? (Number.isFinite(max) ? max : 100);
  return { min: low, max: high > low ? high : low + 1 };
}

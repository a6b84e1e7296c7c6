import type { StyledField } from '../../frames/frame';
import { formatValue, neededDecimals } from '../../format/units';
import { scaleFor, stepDecimals, type Scale } from '../chart/scale';
import { asPercentages, stackedEnds } from './align';
import type { SeriesStyle } from './style';

/** A series that is shown, with its style. */
export interface ShownSeries {
  readonly field: StyledField;
  readonly style: SeriesStyle;
  readonly color: string;
  readonly values: readonly (number | null)[];
}

/** A value axis and the series on it. */
export interface ValueAxis {
  readonly side: 'left' | 'right' | 'hidden';
  readonly unit: string | undefined;
  readonly label: string;
  readonly scale: Scale;
  readonly series: readonly ShownSeries[];
  readonly format: (value: number) => string;
}

/** Units in which ticks are numbers as they are: decimals that are set bound the steps between them. */
const wholeUnits = new Set(['', 'none', 'short', 'percent', 'reqps', 'ops', 'cps', 'rps']);
const binaryUnits = new Set(['bytes', 'bits', 'binBps']);

/** An axis for each unit and side; the first is on the left, one of another unit on the right, unless the dashboard says where. */
export function valueAxes(series: readonly ShownSeries[], steps: number): ValueAxis[] {
  const groups = new Map<string, ShownSeries[]>();
  for (const one of series) {
    const key = `${one.style.axis === 'auto' ? '' : one.style.axis} ${one.field.config.unit ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  // A chart of no series still has its time, and an axis to be seen as a chart.
  return groups.size === 0 ? [emptyAxis] : [...groups.values()].map((group, index) => valueAxis(group, index, steps));
}

const emptyAxis: ValueAxis = { side: 'left', unit: undefined, label: '', scale: scaleFor({ dataMin: 0, dataMax: 1, steps: 2 }), series: [], format: String };

function valueAxis(series: readonly ShownSeries[], index: number, steps: number): ValueAxis {
  const first = series[0]!;
  const percent = series.some(({ style }) => style.stacking === 'percent');
  const unit = percent ? 'percent' : first.field.config.unit;
  const ends = dataEnds(series);
  const lowest = least(series.map(({ field }) => field.config.min));
  const highest = most(series.map(({ field }) => field.config.max));
  const softMin = least(series.map(({ style }) => style.softMin));
  const softMax = most(series.map(({ style }) => style.softMax));
  const scale = scaleFor({
    dataMin: Math.min(ends.min, softMin ?? Infinity),
    dataMax: Math.max(ends.max, softMax ?? -Infinity),
    min: percent ? 0 : lowest,
    max: percent ? 100 : highest,
    steps,
    base: binaryUnits.has(unit ?? '') ? 'binary' : unit === 's' || unit === 'ms' ? unit : 'decimal',
    minStep: unit === undefined || wholeUnits.has(unit) ? 10 ** -(first.field.config.decimals ?? Infinity) : 0,
  });
  const { axis } = first.style;
  return {
    side: axis === 'auto' ? (index === 0 ? 'left' : 'right') : axis,
    unit,
    label: series.find(({ style }) => style.axisLabel !== '')?.style.axisLabel ?? '',
    scale,
    series,
    format: tickFormat(scale, unit, first.field.config.decimals),
  };
}

function dataEnds(series: readonly ShownSeries[]): { readonly min: number; readonly max: number } {
  let min = Infinity;
  let max = -Infinity;
  for (const { style, values } of series) {
    if (style.stacking !== 'none') continue;
    for (const value of values) {
      if (value === null) continue;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    if (style.bars) min = Math.min(min, 0);
  }
  for (const stack of stacks(series).values()) {
    const ends = stackedEnds(stack);
    min = Math.min(min, ends.min);
    max = Math.max(max, ends.max);
  }
  return { min, max };
}

function stacks(series: readonly ShownSeries[]): Map<string, (readonly (number | null)[])[]> {
  const groups = new Map<string, (readonly (number | null)[])[]>();
  for (const { style, values } of series) {
    if (style.stacking !== 'none') groups.set(style.stackGroup, [...(groups.get(style.stackGroup) ?? []), values]);
  }
  return groups;
}

/** What is drawn of each series: percentages where the stack shows shares. */
export function drawnValues(series: readonly ShownSeries[]): readonly (readonly (number | null)[])[] {
  const shares = series.filter(({ style }) => style.stacking === 'percent');
  if (shares.length === 0) return series.map(({ values }) => values);
  const percentages = asPercentages(shares.map(({ values }) => values));
  return series.map((one) => (one.style.stacking === 'percent' ? percentages[shares.indexOf(one)]! : one.values));
}

/** Labels of equal decimals, as few as tell the ticks apart; units that scale choose their own. */
export function tickFormat(scale: Scale, unit: string | undefined, decimals: number | undefined): (value: number) => string {
  const plain = unit === undefined || unit === '' || unit === 'none' || unit === 'percent' || unit === 'celsius' || unit.startsWith('suffix:');
  const fixed = plain ? stepDecimals(scale.step) : unit === 'percentunit' ? stepDecimals(scale.step * 100) : undefined;
  return (value) => formatValue(value, unit, fixed ?? (value === 0 ? 0 : Math.min(decimals ?? 3, neededDecimals(value, unit))));
}

const least = (values: readonly (number | undefined)[]): number | undefined => values.reduce((a, b) => (a === undefined ? b : b === undefined ? a : Math.min(a, b)), undefined);
const most = (values: readonly (number | undefined)[]): number | undefined => values.reduce((a, b) => (a === undefined ? b : b === undefined ? a : Math.max(a, b)), undefined);

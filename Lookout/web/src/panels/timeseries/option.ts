import { withAlpha } from '../../color/contrast';
import type { TimeRange } from '../../time/range';
import type { ChartOption } from '../chart/echarts';
import { timeAxis, type Rect } from '../chart/plot';
import type { ChartTheme } from '../theme';
import { drawnValues, type ShownSeries, type ValueAxis } from './axes';

interface Drawing {
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly range: TimeRange;
  readonly rect: Rect;
  readonly axes: readonly ValueAxis[];
  readonly theme: ChartTheme;
  /** The series that the reader points at in the legend; others step back. */
  readonly focus: string | null;
}

/** What ECharts draws of aligned series. */
export function chartOption(drawing: Drawing): ChartOption {
  const { rect, range, theme, axes } = drawing;
  return {
    animation: false,
    grid: { left: rect.left, top: rect.top, width: rect.width, height: rect.height },
    xAxis: timeAxis(range, rect.width, theme),
    yAxis: axes.map((axis, index) => yAxis(axis, index, theme)),
    series: axes.flatMap((axis, index) => {
      const drawn = drawnValues(axis.series);
      return axis.series.flatMap((one, place) => (isSeen(one) ? [seriesOption(one, drawn[place]!, index, place, drawing, axis.series.length)] : []));
    }),
  } as ChartOption;
}

/** A series that adds nothing to a stack would draw its colour over the stack's edge. */
function isSeen({ style, values }: ShownSeries): boolean {
  return style.stacking === 'none' || values.some((value) => value !== null && value !== 0);
}

function yAxis(axis: ValueAxis, index: number, theme: ChartTheme): object {
  return {
    type: 'value',
    show: axis.side !== 'hidden',
    position: axis.side === 'right' ? 'right' : 'left',
    min: axis.scale.min,
    max: axis.scale.max,
    interval: axis.scale.step,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: index === 0, lineStyle: { color: theme.grid, width: 1 } },
    axisLabel: { color: theme.muted, fontSize: 11, fontFamily: theme.font, formatter: axis.format, margin: 8, customValues: axis.scale.ticks },
  };
}

function seriesOption(one: ShownSeries, values: readonly (number | null)[], axis: number, place: number, drawing: Drawing, count: number): object {
  const { style, color } = one;
  const { times, focus } = drawing;
  const faded = focus !== null && focus !== one.field.title;
  const common = {
    yAxisIndex: axis,
    silent: true,
    animation: false,
    emphasis: { disabled: true },
    ...(style.stacking === 'none' ? {} : { stack: `${axis} ${style.stackGroup}`, stackStrategy: 'samesign' }),
    z: 2,
  };
  const data = times.map((time, index) => [time, values[index]]);
  if (style.bars) {
    // Thousands of bars are one path each series; single ones would take most of the time of a redraw.
    return { ...common, type: 'bar', data, large: true, largeThreshold: 1, barWidth: barWidth(drawing), barGap: '-100%', itemStyle: { color: withAlpha(color, faded ? 0.15 : Math.max(0.6, style.fillOpacity)) } };
  }
  return {
    ...common,
    type: 'line',
    data,
    showSymbol: style.points,
    symbol: style.points ? 'circle' : 'none',
    symbolSize: 4,
    step: style.stepped,
    smooth: style.smooth ? 0.25 : false,
    connectNulls: style.span === Infinity,
    lineStyle: { color, width: style.lineWidth, type: style.dash, opacity: faded ? 0.2 : 1, join: 'round' },
    itemStyle: { color },
    ...(style.fillOpacity > 0 ? { areaStyle: { color: withAlpha(color, style.fillOpacity * (faded ? 0.2 : 1)), origin: count === 1 ? 'auto' : 'start' } } : {}),
    zlevel: 0,
    z: 2 + place / 1000,
  };
}

function barWidth({ rect, range, stepMs }: Drawing): number {
  return Math.max(1, Math.floor((rect.width * stepMs) / (range.to - range.from) * 0.8));
}

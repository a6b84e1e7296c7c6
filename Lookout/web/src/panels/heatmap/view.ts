import { asNumber, asObject, asString } from '../../dashboards/json';
import { element } from '../../dom/element';
import { formatValue, neededDecimals } from '../../format/units';
import type { StyledFrame } from '../../frames/frame';
import { heatmapCells, type BucketSeries, type HeatmapCells } from '../../frames/heatmap';
import { formatDateTime } from '../../time/dateTime';
import type { ChartOption } from '../chart/echarts';
import { annotationMarks } from '../chart/markers';
import { Plot, timeAxis } from '../chart/plot';
import { widest } from '../chart/text';
import { Tooltip } from '../chart/tooltip';
import type { Drawn, PanelContext, PanelData, PanelFactory, PanelView } from '../panel';
import { KeyboardCrosshair } from '../chart/keyboard';
import { nearest } from '../timeseries/align';
import { colorScale, type ColorScale } from './scheme';

/** How often values fall into each bucket over time. */
export const heatmapPanel: PanelFactory = (host, context) => new HeatmapView(host, context);

class HeatmapView implements PanelView {
  readonly #context: PanelContext;
  readonly #plot: Plot;
  readonly #tooltip = new Tooltip();
  readonly #scale = element('div', { class: 'heat-scale' });
  readonly #keyboard: KeyboardCrosshair;
  #cells: HeatmapCells = { times: [], buckets: [], counts: [], max: 0 };

  constructor(host: HTMLElement, context: PanelContext) {
    this.#context = context;
    const frame = element('div', { class: 'timeseries place-bottom' });
    host.append(frame);
    this.#plot = new Plot(frame, context, { point: (time, x, y) => this.#point(time, x, y), leave: () => this.#tooltip.hide() });
    frame.append(this.#scale);
    this.#keyboard = new KeyboardCrosshair(this.#plot, context, {
      times: () => this.#cells.times,
      describe: (index) => this.#describe(index),
      show: () => undefined,
      hide: () => this.#tooltip.hide(),
    });
  }

  draw(data: PanelData): Drawn {
    this.#cells = heatmapCells(bucketSeries(data.frames));
    const { times, buckets, counts, max } = this.#cells;
    const points = times.length * buckets.length;
    const theme = this.#context.theme();
    const colors = colorScale(this.#context.panel.options, theme.name);
    // What stands below the plot is drawn first: the plot has the room that it leaves.
    this.#drawScale(colors, max);
    if (this.#plot.size.height === 0) return { series: buckets.length, points };
    const labels = buckets.map(({ to }) => this.#bound(to));
    const rect = this.#plot.layOut(data.range, Math.ceil(widest(labels, theme)) + 16, 14);
    const every = Math.max(1, Math.ceil(buckets.length / Math.max(1, rect.height / 16)));
    const ticks = buckets.map((_, index) => index + 1).filter((place) => (buckets.length - place) % every === 0);
    const cells = counts.flatMap((row, bucket) => row.flatMap((count, index) => (count === null || count <= 0 ? [] : [[times[index]!, bucket, count]])));
    this.#plot.setOption({
      animation: false,
      grid: { left: rect.left, top: rect.top, width: rect.width, height: rect.height },
      xAxis: timeAxis(data.range, rect.width, theme),
      yAxis: {
        type: 'value',
        min: 0,
        max: Math.max(1, buckets.length),
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { show: false },
        axisLabel: { color: theme.muted, fontSize: 11, fontFamily: theme.font, margin: 8, customValues: ticks, formatter: (place: number) => labels[place - 1] ?? '' },
      },
      series: [{ type: 'custom', silent: true, animation: false, clip: true, data: cells, renderItem: this.#renderCell(data.stepMs, max, colors) }],
    } as unknown as ChartOption);
    this.#plot.over.replaceChildren(...annotationMarks(this.#plot, data.annotations, theme, this.#tooltip));
    return { series: buckets.length, points };
  }

  dispose(): void {
    this.#keyboard.dispose();
    this.#tooltip.dispose();
    this.#plot.dispose();
  }

  /** A cell covers the step that ends at its time, as rates and increases look back. */
  #renderCell(stepMs: number, max: number, colors: ColorScale) {
    const { left, top, height } = this.#plot.rect;
    const row = height / Math.max(1, this.#cells.buckets.length);
    return (_: unknown, api: { value: (dimension: number) => number }) => {
      const time = api.value(0);
      const from = left + this.#plot.xOf(time - stepMs);
      const to = left + this.#plot.xOf(time);
      return {
        type: 'rect',
        silent: true,
        shape: { x: Math.max(left, from), y: top + height - (api.value(1) + 1) * row + 0.5, width: Math.max(1, to - Math.max(left, from) - (to - from > 4 ? 1 : 0)), height: Math.max(1, row - 1) },
        style: { fill: colors(max > 0 ? api.value(2) / max : 0) },
      };
    };
  }

  #drawScale(colors: ColorScale, max: number): void {
    const bar = element('span', { class: 'heat-scale-bar', 'aria-hidden': 'true' });
    bar.style.background = `linear-gradient(to right, ${[0, 0.25, 0.5, 0.75, 1].map(colors).join(', ')})`;
    this.#scale.replaceChildren(element('span', {}, this.#count(0)), bar, element('span', {}, this.#count(max)));
  }

  #bound(value: number): string {
    if (value === Infinity) return '+Inf';
    const axis = asObject(this.#context.panel.options['yAxis']);
    const unit = asString(axis['unit']) || this.#context.panel.fieldConfig.defaults.unit;
    return formatValue(value, unit, asNumber(axis['decimals']) ?? neededDecimals(value, unit));
  }

  #count(value: number): string {
    const cells = asObject(this.#context.panel.options['cellValues']);
    return formatValue(value, asString(cells['unit']) || 'short', asNumber(cells['decimals']));
  }

  #point(time: number, clientX: number, clientY: number): void {
    const { times, buckets, counts } = this.#cells;
    const index = times.findIndex((end) => end >= time);
    const box = this.#plot.host.getBoundingClientRect();
    const { top, height } = this.#plot.rect;
    const bucket = Math.floor(((top + height - (clientY - box.top)) / height) * buckets.length);
    const count = counts[bucket]?.[index];
    if (index < 0 || count === undefined || count === null) {
      this.#tooltip.hide();
      return;
    }
    this.#tooltip.show(formatDateTime(times[index]!), [{ color: 'transparent', name: this.#rangeOf(bucket), value: this.#count(count) }], clientX, clientY);
  }

  #rangeOf(bucket: number): string {
    const { from, to } = this.#cells.buckets[bucket]!;
    return from === undefined ? `up to ${this.#bound(to)}` : `${this.#bound(from)} – ${this.#bound(to)}`;
  }

  #describe(index: number): string {
    const { times, counts } = this.#cells;
    const at = nearest(times, times[index]!);
    const filled = counts.flatMap((row, bucket) => ((row[at] ?? 0) > 0 ? [`${this.#rangeOf(bucket)}: ${this.#count(row[at]!)}`] : []));
    return [formatDateTime(times[index]!), ...(filled.length > 0 ? filled : ['no values'])].join(', ');
  }
}

/** The series of each bucket; where there is no `le`, its legend is taken for the bound. */
function bucketSeries(frames: readonly StyledFrame[]): BucketSeries[] {
  return frames.flatMap((frame) => {
    const times = (frame.fields.find((field) => field.type === 'time')?.values ?? []) as readonly number[];
    return frame.fields
      .filter((field) => field.type === 'number')
      .map((field) => ({ le: field.labels['le'] ?? field.title, times, values: field.values as readonly number[] }));
  });
}

import { element } from '../../dom/element';
import { formatTick, timeTicks } from '../../time/dateTime';
import type { TimeRange } from '../../time/range';
import type { PanelContext } from '../panel';
import type { ChartTheme } from '../theme';
import { createChart, type Chart, type ChartOption } from './echarts';
import { textWidth } from './text';

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the reader does on a plot, in its own terms. */
export interface PlotEvents {
  /** Points at a time, at this place in the window. */
  readonly point: (time: number, clientX: number, clientY: number) => void;
  readonly leave: () => void;
}

/** A chart over time: canvas, what lies under and over it, and the gestures that all time axes share. */
export class Plot {
  readonly host = element('div', { class: 'plot' });
  readonly under = element('div', { class: 'plot-under' });
  readonly over = element('div', { class: 'plot-over' });
  readonly #canvas = element('div', { class: 'plot-canvas' });
  readonly #hair = element('div', { class: 'plot-hair', hidden: true });
  readonly #selection = element('div', { class: 'plot-selection', hidden: true });
  readonly #context: PanelContext;
  readonly #events: PlotEvents;
  readonly #unfollow: () => void;
  #chart: Chart | undefined;
  #form = '';
  #range: TimeRange | undefined;
  #rect: Rect = { left: 0, top: 0, width: 0, height: 0 };

  constructor(parent: HTMLElement, context: PanelContext, events: PlotEvents) {
    this.#context = context;
    this.#events = events;
    this.host.append(this.under, this.#canvas, this.over, this.#hair, this.#selection);
    parent.append(this.host);
    this.#unfollow = context.crosshair.follow(this, (time) => this.#showHair(time));
    this.#listen();
  }

  get rect(): Rect {
    return this.#rect;
  }

  get range(): TimeRange | undefined {
    return this.#range;
  }

  /** The size that there is to draw in; zero while the panel is not shown. */
  get size(): { readonly width: number; readonly height: number } {
    return { width: this.host.clientWidth, height: this.host.clientHeight };
  }

  /** Room for the labels of the value axes, left and right. */
  layOut(range: TimeRange, left: number, right: number, top = 8): Rect {
    const { width, height } = this.size;
    this.#range = range;
    this.#rect = { left, top, width: Math.max(10, width - left - right), height: Math.max(10, height - top - 22) };
    for (const layer of [this.under, this.over]) {
      layer.style.left = `${left}px`;
      layer.style.top = `${top}px`;
      layer.style.width = `${this.#rect.width}px`;
      layer.style.height = `${this.#rect.height}px`;
    }
    return this.#rect;
  }

  setOption(option: ChartOption): void {
    const { width, height } = this.size;
    if (width === 0 || height === 0) return;
    this.#chart ??= createChart(this.#canvas);
    if (this.#chart.getWidth() !== width || this.#chart.getHeight() !== height) this.#chart.resize({ width, height, silent: true });
    // Series that are drawn as before take their new data; anything else is drawn anew, so that nothing old stays.
    const form = formOf(option);
    this.#chart.setOption(option, { notMerge: form !== this.#form, silent: true });
    this.#form = form;
    this.#chart.getZr().flush();
  }

  xOf(time: number): number {
    const { from, to } = this.#range ?? { from: 0, to: 1 };
    return ((time - from) / (to - from)) * this.#rect.width;
  }

  timeAt(x: number): number {
    const { from, to } = this.#range ?? { from: 0, to: 1 };
    return from + (x / this.#rect.width) * (to - from);
  }

  dispose(): void {
    this.#unfollow();
    this.#chart?.dispose();
    this.host.remove();
  }

  #showHair(time: number | null): void {
    const x = time === null ? -1 : this.xOf(time);
    this.#hair.hidden = x < 0 || x > this.#rect.width;
    if (this.#hair.hidden) return;
    this.#hair.style.transform = `translateX(${this.#rect.left + x}px)`;
    this.#hair.style.top = `${this.#rect.top}px`;
    this.#hair.style.height = `${this.#rect.height}px`;
  }

  #listen(): void {
    let start: number | undefined;
    const within = (event: MouseEvent): number => Math.min(this.#rect.width, Math.max(0, event.clientX - this.host.getBoundingClientRect().left - this.#rect.left));
    this.host.addEventListener('pointermove', (event) => {
      const x = within(event);
      const time = this.timeAt(x);
      this.#context.crosshair.move(this, time);
      if (start === undefined) this.#events.point(time, event.clientX, event.clientY);
      else this.#select(start, x);
    });
    this.host.addEventListener('pointerleave', () => {
      this.#context.crosshair.move(this, null);
      this.#events.leave();
    });
    this.host.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || event.pointerType === 'touch' || (event.target as Element).closest('button, a')) return;
      start = within(event);
      this.host.setPointerCapture(event.pointerId);
    });
    const end = (event: PointerEvent): void => {
      const from = start;
      start = undefined;
      this.#selection.hidden = true;
      if (from === undefined || event.type === 'pointercancel') return;
      const to = within(event);
      if (Math.abs(to - from) > 5) this.#context.zoom(this.timeAt(Math.min(from, to)), this.timeAt(Math.max(from, to)));
    };
    this.host.addEventListener('pointerup', end);
    this.host.addEventListener('pointercancel', end);
    this.host.addEventListener('dblclick', () => this.#context.zoomOut());
  }

  #select(from: number, to: number): void {
    const { left, top, height } = this.#rect;
    this.#events.leave();
    this.#selection.hidden = false;
    this.#selection.style.left = `${left + Math.min(from, to)}px`;
    this.#selection.style.width = `${Math.abs(to - from)}px`;
    this.#selection.style.top = `${top}px`;
    this.#selection.style.height = `${height}px`;
  }
}

/** How a chart is drawn, without what is drawn. */
function formOf({ series, yAxis }: ChartOption): string {
  const parts = Array.isArray(series) ? (series as readonly object[]) : [];
  return JSON.stringify([parts, Array.isArray(yAxis) ? yAxis.length : 1], (key, value: unknown) => (key === 'data' ? undefined : value));
}

/** The time axis that all charts have. */
export function timeAxis(range: TimeRange, width: number, theme: ChartTheme): Record<string, unknown> {
  const span = range.to - range.from;
  const sample = formatTick(range.from, span);
  const ticks = timeTicks(range.from, range.to, Math.max(2, Math.floor(width / (textWidth(sample, theme) + 24))));
  return {
    type: 'value',
    min: range.from,
    max: range.to,
    axisLine: { show: false },
    axisTick: { show: false, customValues: ticks },
    splitLine: { show: false },
    axisLabel: { color: theme.muted, fontSize: 11, fontFamily: theme.font, customValues: ticks, formatter: (value: number) => formatTick(value, span), hideOverlap: true, margin: 7 },
    animation: false,
  };
}

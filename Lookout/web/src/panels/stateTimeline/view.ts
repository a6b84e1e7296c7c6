import { textOn, withAlpha } from '../../color/contrast';
import { asBoolean, asNumber, asObject, asString } from '../../dashboards/json';
import { element } from '../../dom/element';
import { display, fullText } from '../../format/display';
import { formatDateTime } from '../../time/dateTime';
import type { ChartOption } from '../chart/echarts';
import { annotationMarks } from '../chart/markers';
import { Plot, timeAxis } from '../chart/plot';
import { textWidth, widest } from '../chart/text';
import { Tooltip } from '../chart/tooltip';
import type { Drawn, PanelContext, PanelData, PanelFactory, PanelView } from '../panel';
import { KeyboardCrosshair } from '../chart/keyboard';
import { stateRows, type Segment, type StateRow } from './segments';

/** The states of each series as bands over time. */
export const stateTimelinePanel: PanelFactory = (host, context) => new StateTimelineView(host, context);

class StateTimelineView implements PanelView {
  readonly #context: PanelContext;
  readonly #plot: Plot;
  readonly #tooltip = new Tooltip();
  readonly #legend = element('div', { class: 'series-legend series-legend-list' });
  readonly #keyboard: KeyboardCrosshair;
  #rows: readonly StateRow[] = [];

  constructor(host: HTMLElement, context: PanelContext) {
    this.#context = context;
    const frame = element('div', { class: 'timeseries place-bottom' });
    host.append(frame);
    this.#plot = new Plot(frame, context, { point: (time, x, y) => this.#point(time, x, y), leave: () => this.#tooltip.hide() });
    const legend = asObject(context.panel.options['legend']);
    if (legend['showLegend'] !== false && legend['displayMode'] !== 'hidden') frame.append(this.#legend);
    this.#keyboard = new KeyboardCrosshair(this.#plot, context, {
      times: () => [...new Set(this.#rows.flatMap(({ segments }) => segments.map(({ from }) => from)))].sort((a, b) => a - b),
      describe: (_, time) => this.#describe(time),
      show: () => undefined,
      hide: () => this.#tooltip.hide(),
    });
  }

  draw(data: PanelData): Drawn {
    const { options } = this.#context.panel;
    this.#rows = stateRows(data.frames, data.stepMs, data.range.to, asBoolean(options['mergeValues'], true));
    const points = this.#rows.reduce((sum, { segments }) => sum + segments.length, 0);
    // What stands below the plot is drawn first: the plot has the room that it leaves.
    this.#drawLegend();
    const { width, height } = this.#plot.size;
    if (height === 0) return { series: this.#rows.length, points };
    const theme = this.#context.theme();
    const names = this.#rows.map(({ field }) => field.title);
    const room = Math.min(Math.ceil(widest(names, theme)) + 18, Math.round(width * 0.32));
    const rect = this.#plot.layOut(data.range, Math.max(20, room), 14);
    this.#plot.setOption({
      animation: false,
      grid: { left: rect.left, top: rect.top, width: rect.width, height: rect.height },
      xAxis: timeAxis(data.range, rect.width, theme),
      yAxis: {
        type: 'category',
        inverse: true,
        data: names,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: theme.muted, fontSize: 11, fontFamily: theme.font, margin: 8, width: room - 16, overflow: 'truncate', interval: rect.height / Math.max(1, names.length) < 12 ? 'auto' : 0 },
      },
      series: [{ type: 'custom', silent: true, animation: false, clip: true, data: this.#rows.flatMap(({ segments }, row) => segments.map((_, index) => [row, index])), renderItem: this.#renderSegment() }],
    } as unknown as ChartOption);
    this.#plot.over.replaceChildren(...annotationMarks(this.#plot, data.annotations, theme, this.#tooltip));
    return { series: this.#rows.length, points };
  }

  dispose(): void {
    this.#keyboard.dispose();
    this.#tooltip.dispose();
    this.#plot.dispose();
  }

  #renderSegment() {
    const { left, top, width, height } = this.#plot.rect;
    const { options } = this.#context.panel;
    const theme = this.#context.theme();
    const band = height / Math.max(1, this.#rows.length);
    const thick = Math.max(2, Math.min(band * (asNumber(options['rowHeight']) ?? 0.9), band - 2, 46));
    const labels = asString(options['showValue'], 'auto') !== 'never';
    return (_: unknown, api: { value: (dimension: number) => number }) => {
      const row = this.#rows[api.value(0)]!;
      const segment = row.segments[api.value(1)]!;
      const shown = display(segment.value, row.field, theme.name);
      const from = Math.max(0, this.#plot.xOf(segment.from));
      const to = Math.min(width, this.#plot.xOf(segment.to));
      const opacity = (asNumber(row.field.config.custom['fillOpacity']) ?? 70) / 100;
      const text = fullText(shown);
      const fits = labels && thick >= 12 && textWidth(text, theme) + 8 < to - from;
      return {
        type: 'rect',
        silent: true,
        shape: { x: left + from, y: top + api.value(0) * band + (band - thick) / 2, width: Math.max(1, to - from), height: thick, r: 1 },
        style: { fill: withAlpha(shown.color, opacity) },
        ...(fits ? { textContent: { type: 'text', style: { text, fill: opacity > 0.5 ? textOn(shown.color) : theme.text, font: `11px ${theme.font}` } }, textConfig: { position: 'inside' } } : {}),
      };
    };
  }

  /** The states that occur, so that colour is not alone in saying what they are. */
  #drawLegend(): void {
    const theme = this.#context.theme();
    const states = new Map<string, string>();
    for (const { field, segments } of this.#rows) {
      for (const { value } of segments) {
        const shown = display(value, field, theme.name);
        if (states.size < 12) states.set(fullText(shown), shown.color);
      }
    }
    const entries = [...states].map(([text, color]) => {
      const swatch = element('span', { class: 'swatch', 'aria-hidden': 'true' });
      swatch.style.background = color;
      return element('li', {}, element('span', { class: 'series-legend-state' }, swatch, text));
    });
    this.#legend.replaceChildren(element('ul', {}, entries));
  }

  #point(time: number, clientX: number, clientY: number): void {
    const box = this.#plot.host.getBoundingClientRect();
    const { top, height } = this.#plot.rect;
    const row = this.#rows[Math.floor(((clientY - box.top - top) / height) * this.#rows.length)];
    const segment = row && segmentAt(row, time);
    if (!row || !segment) {
      this.#tooltip.hide();
      return;
    }
    const shown = display(segment.value, row.field, this.#context.theme().name);
    const note = `${formatDateTime(segment.from)} – ${formatDateTime(segment.to)}`;
    this.#tooltip.show(row.field.title, [{ color: shown.color, name: fullText(shown), value: '' }], clientX, clientY, [note]);
  }

  #describe(time: number): string {
    const states = this.#rows.flatMap((row) => {
      const segment = segmentAt(row, time);
      return segment ? [`${row.field.title} ${fullText(display(segment.value, row.field, this.#context.theme().name))}`] : [];
    });
    return [formatDateTime(time), ...states.slice(0, 8)].join(', ');
  }
}

function segmentAt({ segments }: StateRow, time: number): Segment | undefined {
  return segments.find(({ from, to }) => from <= time && time < to);
}

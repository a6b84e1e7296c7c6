import { asObject, asString, asStrings } from '../../dashboards/json';
import { element } from '../../dom/element';
import { display, fieldColor, fullText } from '../../format/display';
import { reduce, reducerName } from '../../frames/reducers';
import { formatDateTime } from '../../time/dateTime';
import { Isolation } from '../chart/isolate';
import { Legend } from '../chart/legend';
import { annotationMarks } from '../chart/markers';
import { Plot, type Rect } from '../chart/plot';
import { widest } from '../chart/text';
import { Tooltip, type TooltipRow } from '../chart/tooltip';
import type { Drawn, PanelContext, PanelData, PanelFactory, PanelView } from '../panel';
import { align, nearest, withGaps, type Aligned } from './align';
import { valueAxes, type ShownSeries, type ValueAxis } from './axes';
import { exemplarMarks } from './exemplars';
import { KeyboardCrosshair } from '../chart/keyboard';
import { chartOption } from './option';
import { seriesStyle } from './style';
import { drawThresholds } from './thresholds';

/** A panel of series over time. */
export const timeseriesPanel: PanelFactory = (host, context) => new TimeseriesView(host, context);

class TimeseriesView implements PanelView {
  readonly #context: PanelContext;
  readonly #frame: HTMLElement;
  readonly #plot: Plot;
  readonly #legend = new Legend();
  readonly #tooltip = new Tooltip();
  readonly #isolation = new Isolation();
  readonly #keyboard: KeyboardCrosshair;
  #data: PanelData | undefined;
  #aligned: Aligned = { times: [], series: [] };
  #shown: readonly ShownSeries[] = [];
  #focus: string | null = null;

  constructor(host: HTMLElement, context: PanelContext) {
    this.#context = context;
    const legend = asObject(context.panel.options['legend']);
    this.#frame = element('div', { class: `timeseries place-${asString(legend['placement'], 'bottom')}` });
    host.append(this.#frame);
    this.#plot = new Plot(this.#frame, context, { point: (time, x, y) => this.#point(time, x, y), leave: () => this.#tooltip.hide() });
    if (legend['showLegend'] !== false && legend['displayMode'] !== 'hidden') this.#frame.append(this.#legend.host);
    this.#keyboard = new KeyboardCrosshair(this.#plot, context, {
      times: () => this.#aligned.times,
      describe: (index) => this.#describe(index),
      show: (index, x, y) => this.#showTooltip(index, x, y),
      hide: () => this.#tooltip.hide(),
    });
  }

  draw(data: PanelData): Drawn {
    this.#data = data;
    this.#aligned = withGaps(align(data.frames), data.stepMs);
    const theme = this.#context.theme();
    const all = this.#aligned.series
      .map(({ field, values }): ShownSeries => ({ field, values, style: seriesStyle(field.config), color: fieldColor(Number(reduce(field.values, 'lastNotNull') ?? NaN), field, theme.name) }))
      .filter(({ style }) => !style.hidden);
    const names = all.map(({ field }) => field.title);
    this.#isolation.keep(names);
    this.#drawLegend(all, names);
    this.#shown = all.filter(({ field }) => this.#isolation.visible(field.title));
    this.#drawPlot(data);
    return { series: all.length, points: this.#aligned.times.length };
  }

  dispose(): void {
    this.#keyboard.dispose();
    this.#tooltip.dispose();
    this.#plot.dispose();
  }

  #drawPlot(data: PanelData): void {
    const { width, height } = this.#plot.size;
    if (width === 0 || height === 0) return;
    const theme = this.#context.theme();
    const axes = valueAxes(this.#shown, Math.min(8, Math.max(2, Math.floor((height - 30) / 42))));
    const rect = this.#plot.layOut(data.range, roomFor(axes, 'left', theme), roomFor(axes, 'right', theme));
    this.#plot.setOption(chartOption({ times: this.#aligned.times, stepMs: data.stepMs, range: data.range, rect, axes, theme, focus: this.#focus }));
    drawThresholds(this.#plot, axes, theme);
    const marks = annotationMarks(this.#plot, data.annotations, theme, this.#tooltip);
    const dots = axes[0] ? exemplarMarks(this.#plot, data.exemplars, axes[0], this.#tooltip) : [];
    this.#plot.over.replaceChildren(...marks, ...dots, ...axisTitles(axes, rect, width));
  }

  #drawLegend(all: readonly ShownSeries[], names: readonly string[]): void {
    if (!this.#legend.host.isConnected && this.#legend.host.parentElement === null) return;
    const options = asObject(this.#context.panel.options['legend']);
    const calcs = asStrings(options['calcs']);
    const theme = this.#context.theme();
    const redraw = (): void => {
      if (this.#data) this.draw(this.#data);
    };
    this.#legend.draw(
      all.map(({ field, color }) => ({ name: field.title, color, values: calcs.map((calc) => fullText(display(reduce(field.values, calc), field, theme.name))) })),
      {
        mode: options['displayMode'] === 'table' ? 'table' : 'list',
        calcs: calcs.map(reducerName),
        visible: (name) => this.#isolation.visible(name),
        choose: (name, toggle) => {
          this.#isolation.choose(name, toggle, names);
          redraw();
        },
        hover: (name) => {
          this.#focus = name !== null && this.#isolation.visible(name) && this.#shown.length > 1 ? name : null;
          if (this.#data) this.#drawPlot(this.#data);
        },
      },
    );
  }

  #point(time: number, clientX: number, clientY: number): void {
    const index = nearest(this.#aligned.times, time);
    if (index < 0) return;
    this.#showTooltip(index, clientX, clientY);
  }

  #showTooltip(index: number, clientX: number, clientY: number): void {
    const tooltip = asObject(this.#context.panel.options['tooltip']);
    if (tooltip['mode'] === 'none') return;
    const rows = this.#rows(index);
    if (rows.length > 0) this.#tooltip.show(formatDateTime(this.#aligned.times[index]!), rows, clientX, clientY);
  }

  #rows(index: number): TooltipRow[] {
    const sort = asString(asObject(this.#context.panel.options['tooltip'])['sort'], 'none');
    const theme = this.#context.theme();
    const rows = this.#shown.flatMap(({ field, color, values }) => {
      const value = values[index] ?? null;
      return value === null ? [] : [{ value, row: { color, name: field.title, value: fullText(display(value, field, theme.name)) } }];
    });
    if (sort !== 'none') rows.sort((a, b) => (sort === 'asc' ? a.value - b.value : b.value - a.value));
    return rows.map(({ row }) => row);
  }

  #describe(index: number): string {
    const rows = this.#rows(index);
    const said = rows.slice(0, 5).map((row) => `${row.name} ${row.value}`);
    return [formatDateTime(this.#aligned.times[index]!), ...said, ...(rows.length > 5 ? [`and ${rows.length - 5} more`] : [])].join(', ');
  }
}

function roomFor(axes: readonly ValueAxis[], side: 'left' | 'right', theme: ReturnType<PanelContext['theme']>): number {
  const own = axes.filter((axis) => axis.side === side);
  if (own.length === 0) return side === 'left' && axes.every((axis) => axis.side !== 'hidden') && axes.length > 0 ? 8 : side === 'left' ? 44 : 14;
  const labels = Math.max(...own.map((axis) => widest(axis.scale.ticks.map(axis.format), theme)));
  return Math.ceil(labels) + 16 + (own.some((axis) => axis.label !== '') ? 16 : 0);
}

/** The names of the axes, at the outer edges of the plot. */
function axisTitles(axes: readonly ValueAxis[], rect: Rect, width: number): HTMLElement[] {
  return axes.flatMap((axis) => {
    if (axis.label === '' || axis.side === 'hidden') return [];
    const title = element('span', { class: `axis-title axis-title-${axis.side}` }, axis.label);
    if (axis.side === 'left') title.style.left = `${-rect.left}px`;
    else title.style.right = `${rect.left + rect.width - width}px`;
    return [title];
  });
}

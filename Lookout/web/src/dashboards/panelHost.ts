import { element } from '../dom/element';
import { icon } from '../dom/icons';
import { keepFocus } from '../dom/keepFocus';
import { openMenu, type MenuItem } from '../dom/menu';
import { message } from '../panels/message';
import type { PanelContext, PanelView } from '../panels/panel';
import { panelFactory, queries } from '../panels/registry';
import { currentTheme } from '../panels/theme';
import type { DashboardServices } from './services';
import { interpolate, readable } from './interpolate';
import { valueLinks } from './links';
import { openInspector } from './inspect';
import { openDataTable } from './dataTable';
import { measureRedraw } from './measure';
import { queryPanel, type PanelAnswer } from './panelQuery';
import type { LaidOutPanel } from './layout';
import { panelHeader, type PanelHeader } from './panelHeader';

type State = 'loading' | 'data' | 'empty' | 'error';

/** A panel on the page: its frame, what it last drew, and when it asks again. Only one that can be seen asks and draws. */
export class PanelHost {
  readonly element: HTMLElement;
  readonly #services: DashboardServices;
  readonly #body = element('div', { class: 'panel-body', role: 'figure' });
  readonly #message = element('div', { class: 'panel-overlay', hidden: true });
  readonly #header: PanelHeader;
  readonly #abort = new AbortController();
  readonly #resize = new ResizeObserver(() => this.redraw());
  #placed: LaidOutPanel;
  #view: PanelView | undefined;
  #answer: PanelAnswer | undefined;
  #state: State = 'loading';
  #seen = false;
  #stale = true;
  #redrawDue = false;
  #asking: { readonly controller: AbortController; readonly generation: number } | undefined;

  constructor(placed: LaidOutPanel, services: DashboardServices) {
    this.#placed = placed;
    this.#services = services;
    this.#header = panelHeader((button) => openMenu(button, `Menu of ${this.title}`, this.#menu()));
    const { panel } = placed;
    this.element = element('section', { class: `panel${panel.transparent ? ' panel-transparent' : ''}`, 'data-panel-id': panel.id, 'data-panel-type': panel.type }, this.#header.root, this.#body, this.#message);
    this.#resize.observe(this.#body);
    this.#show('loading');
    this.place(placed);
  }

  get title(): string {
    return interpolate(this.#placed.panel.title, this.#services.scopeFor(this.#placed), readable);
  }

  get key(): string {
    return this.#placed.key;
  }

  get settled(): boolean {
    return this.#state !== 'loading';
  }

  /** It has been asked for, and there is nothing. */
  get empty(): boolean {
    return this.#state === 'empty';
  }

  get seen(): boolean {
    return this.#seen;
  }

  /** The panel as it stands in the file; a host serves one panel only. */
  get panel(): LaidOutPanel['panel'] {
    return this.#placed.panel;
  }

  /** Puts the panel where the grid has it now. */
  place(placed: LaidOutPanel): void {
    this.#placed = placed;
    const { x, y, w, h } = placed.grid;
    const { style } = this.element;
    style.gridColumn = `${Math.min(24, x + 1)} / span ${Math.min(24 - x, w)}`;
    style.gridRow = `${y + 1} / span ${h}`;
    style.setProperty('--rows', String(h));
    this.element.dataset['narrow'] = w <= 6 ? 'half' : 'full';
    const { title } = this;
    this.element.dataset['panelTitle'] = title;
    this.#body.setAttribute('aria-label', title || `Panel ${placed.panel.id}`);
    const scope = this.#services.scopeFor(placed);
    this.#header.show(title, interpolate(placed.panel.description, scope, readable), valueLinks(placed.panel.links, scope));
  }

  /** Says whether the panel can be seen; one that comes into sight asks if it has not since the last refresh. */
  see(seen: boolean): void {
    this.#seen = seen;
    if (seen && this.#stale) void this.#ask();
    if (seen && this.#redrawDue) this.redraw();
  }

  /** Asks again, at once when the panel can be seen. A refresh while the same is being asked adds nothing. */
  refresh(): void {
    if (this.#asking?.generation === this.#services.generation) return;
    this.#asking?.controller.abort();
    this.#stale = true;
    if (this.#seen) void this.#ask();
  }

  /** Draws again what is known: the size, the theme or the marks have changed. */
  redraw(): void {
    this.#redrawDue = !this.#seen;
    if (this.#answer && this.#seen) this.#draw(this.#answer);
  }

  dispose(): void {
    this.#abort.abort();
    this.#asking?.controller.abort();
    this.#resize.disconnect();
    this.#view?.dispose();
    this.element.remove();
  }

  async #ask(): Promise<void> {
    const { generation } = this.#services;
    if (this.#asking?.generation === generation) return;
    this.#asking?.controller.abort();
    const controller = new AbortController();
    this.#asking = { controller, generation };
    this.#stale = false;
    this.element.setAttribute('aria-busy', 'true');
    try {
      const signal = AbortSignal.any([controller.signal, this.#abort.signal]);
      const { panel } = this.#placed;
      this.#view ??= (await panelFactory(panel))(this.#body, this.#context());
      const answer = queries(panel) ? await queryPanel(panel, this.#services.queryContext(this.#placed, this.#width()), signal) : nothingAsked(this.#services);
      signal.throwIfAborted();
      this.#take(answer);
    } catch (failure) {
      if (!controller.signal.aborted && !this.#abort.signal.aborted) this.#fail([`The panel could not be drawn. ${failure instanceof Error ? failure.message : String(failure)}`]);
    } finally {
      if (this.#asking?.controller === controller) {
        this.#asking = undefined;
        this.element.setAttribute('aria-busy', 'false');
        // What was asked for meanwhile, with another range or other variables, is asked now.
        if (this.#stale && this.#seen && !this.#abort.signal.aborted) void this.#ask();
      }
      this.#services.settled();
    }
  }

  #take(answer: PanelAnswer): void {
    const found = answer.frames.some((frame) => frame.fields.some((field) => field.values.length > 0));
    const failed = answer.errors.length > 0 && !found;
    // A query that fails leaves what was last known in place; its traces are kept for those who ask.
    this.#answer = failed && this.#answer ? { ...this.#answer, traces: answer.traces, errors: answer.errors } : answer;
    if (failed) {
      this.#fail(answer.errors);
      return;
    }
    const warnings = answer.traces.flatMap((trace) => trace.warnings);
    this.#header.warn(answer.errors.length > 0 ? answer.errors : warnings, answer.errors.length > 0);
    const { panel } = this.#placed;
    const placeOnly = !queries(panel) && panel.type !== 'text';
    this.#show(found || panel.type === 'text' ? 'data' : 'empty');
    const none = !found && queries(panel);
    this.#message.hidden = !none;
    if (none) this.#message.replaceChildren(message(panel.fieldConfig.defaults.noValue ?? 'No data'));
    if (placeOnly) this.#show('empty');
    this.#body.classList.toggle('panel-body-empty', none);
    this.#draw(answer);
  }

  #fail(errors: readonly string[]): void {
    this.#show('error');
    const known = this.#answer?.frames.some((frame) => frame.fields.some((field) => field.values.length > 0)) ?? false;
    this.element.classList.toggle('panel-outdated', known);
    this.#header.warn(known ? [...errors, 'What is shown is the last answer.'] : errors, true);
    this.#message.hidden = known;
    if (!known) this.#message.replaceChildren(element('div', { class: 'panel-error', role: 'alert' }, icon('crit'), element('p', {}, errors.join('\n'))));
    if (known && this.#answer) this.#draw(this.#answer);
  }

  #draw(answer: PanelAnswer): void {
    const view = this.#view;
    if (!view) return;
    const data = { ...answer, annotations: this.#services.annotations };
    const drawn = measureRedraw(this.#placed.panel.id, () => keepFocus(this.#body, () => view.draw(data)));
    this.element.dataset['series'] = String(drawn.series);
    this.element.dataset['updated'] = String(Date.now());
  }

  #show(state: State): void {
    this.#state = state;
    this.element.dataset['state'] = state;
    if (state !== 'error') this.element.classList.remove('panel-outdated');
  }

  #context(): PanelContext {
    const services = this.#services;
    const placed = (): LaidOutPanel => this.#placed;
    return {
      get panel() {
        return placed().panel;
      },
      get scope() {
        return services.scopeFor(placed());
      },
      theme: currentTheme,
      crosshair: services.crosshair,
      zoom: services.zoom,
      zoomOut: services.zoomOut,
      announce: services.announce,
    };
  }

  #menu(): MenuItem[] {
    const { panel } = this.#placed;
    const viewed = this.#services.viewedPanel() === this.key;
    const grafana = this.#services.grafanaPanel(panel.id);
    return [
      { text: viewed ? 'Back to the dashboard' : 'View', act: () => this.#services.viewPanel(viewed ? undefined : this.key) },
      ...(queries(panel)
        ? [
            { text: 'Query and error', act: () => openInspector(this.title, this.#answer, this.#services.prometheusExplains) },
            { text: 'Table of its data', act: () => openDataTable(this.title, this.#answer?.frames ?? []) },
          ]
        : []),
      ...(grafana === undefined ? [] : [{ text: 'Open in Grafana', href: grafana }]),
    ];
  }

  #width(): number {
    return Math.max(100, this.#body.clientWidth || this.element.clientWidth);
  }
}

function nothingAsked(services: DashboardServices): PanelAnswer {
  return { frames: [], range: services.range, stepMs: 1, exemplars: [], traces: [], errors: [] };
}

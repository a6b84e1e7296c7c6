import { element } from '../dom/element';
import { failureText } from '../http/problem';
import { getJson } from '../http/request';
import { Crosshair } from '../panels/chart/crosshair';
import { onThemeChange } from '../panels/theme';
import { navigate } from '../shell/router';
import type { Settings } from '../shell/settings';
import { parseDuration } from '../time/duration';
import { isRelative } from '../time/range';
import { PanelGrid } from './grid';
import { DashboardHeader } from './header';
import { dashboardLinks, variableQuery, type ListedDashboard } from './links';
import { loadDashboard, type LoadedDashboard } from './load';
import { refreshPace } from './pace';
import { Refresher } from './refresher';
import type { DashboardServices } from './services';
import { DashboardSession } from './session';
import { readUrl, writeUrl, type UrlState } from './urlState';
import { dependents } from './variables';
import { between, zoomedOut } from './zoom';

/** How often the file is asked whether it has changed, at most. */
const fileEveryMs = 10_000;

/** The page of a dashboard: follows the address and the clock. */
export class DashboardPage {
  readonly #host: HTMLElement;
  readonly #uid: string;
  readonly #settings: Settings | undefined;
  readonly #signal: AbortSignal;
  readonly #session: DashboardSession;
  readonly #header: DashboardHeader;
  readonly #grid: PanelGrid;
  readonly #refresher: Refresher;
  readonly #live = element('p', { class: 'visually-hidden', 'aria-live': 'polite', role: 'status' });
  readonly #openedAt = Date.now();
  #version: string;
  #fileAskedAt = Date.now();
  #listed: readonly ListedDashboard[] = [];
  #turn = new AbortController();

  constructor(host: HTMLElement, uid: string, loaded: LoadedDashboard, settings: Settings | undefined, signal: AbortSignal) {
    this.#host = host;
    this.#uid = uid;
    this.#settings = settings;
    this.#signal = signal;
    this.#version = loaded.version;
    this.#session = new DashboardSession(loaded.dashboard, readUrl(location.search));
    this.#header = new DashboardHeader({
      chooseRange: (range) => this.#go({ range }),
      zoomOut: () => this.#zoomOut(),
      chooseRefresh: (refresh) => this.#go({ refresh }),
      refresh: () => void this.#refresh(true),
      chooseValues: (name, values) => this.#choose(name, values),
      toggleAnnotation: (name) => this.#toggleAnnotation(name),
    });
    this.#grid = new PanelGrid(this.#services());
    this.#refresher = new Refresher(() => this.#refresh(false), signal);
  }

  async start(): Promise<void> {
    const signal = this.#signal;
    this.#host.replaceChildren(this.#header.element, this.#grid.element, this.#live);
    window.addEventListener('popstate', () => void this.#follow(), { signal });
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    onThemeChange(() => this.#showTheme(), signal);
    signal.addEventListener('abort', () => (this.#turn.abort(), this.#grid.dispose()), { once: true });
    void this.#list();
    this.#showHead();
    await this.#ask();
  }

  /** The address has changed: shows what it says now. */
  async #follow(): Promise<void> {
    if (this.#signal.aborted) return;
    const before = this.#session.url;
    const url = readUrl(location.search);
    this.#session.url = url;
    const asksAgain = JSON.stringify([before.range, before.choices]) !== JSON.stringify([url.range, url.choices]);
    this.#showHead();
    if (asksAgain) await this.#ask();
    else this.#grid.place(this.#session.dashboard.panels, this.#session.scope);
  }

  /** Asks for everything anew: variables first, then the panels that can be seen. */
  async #ask(): Promise<void> {
    this.#turn.abort();
    const turn = (this.#turn = new AbortController());
    const session = this.#session;
    try {
      session.moveToNow();
      await session.resolve(turn.signal, true);
      if (turn.signal.aborted) return;
      session.generation++;
      this.#writeUrl();
      this.#showHead();
      this.#grid.place(session.dashboard.panels, session.scope);
      this.#grid.refresh();
      if (await session.mark(turn.signal)) this.#grid.redraw();
    } catch (failure) {
      if (!turn.signal.aborted) throw failure;
    }
  }

  /** The clock has moved, or the reader wants to see now. */
  async #refresh(wanted: boolean): Promise<void> {
    const session = this.#session;
    if (!wanted && !isRelative(session.rawRange)) return;
    const { signal } = this.#turn;
    try {
      if (await this.#reread(wanted)) return;
      session.moveToNow();
      const changed = await session.resolve(signal, wanted);
      if (signal.aborted) return;
      if (changed) {
        session.generation++;
        this.#showHead();
        this.#grid.place(session.dashboard.panels, session.scope);
      }
      this.#grid.refresh();
      if (await session.mark(signal)) this.#grid.redraw();
    } catch (failure) {
      // What could not be asked is asked again at the next turn; panels show their own errors.
      if (!signal.aborted && failureText(failure) === undefined) throw failure;
    }
  }

  /** Reads the file again when it has changed on disk. */
  async #reread(wanted: boolean): Promise<boolean> {
    if (!wanted && Date.now() - this.#fileAskedAt < fileEveryMs) return false;
    this.#fileAskedAt = Date.now();
    let loaded: LoadedDashboard;
    try {
      loaded = await loadDashboard(this.#uid, this.#turn.signal);
    } catch (failure) {
      const text = failureText(failure);
      if (text !== undefined) this.#header.showNotices([`The dashboard's file could not be read again: ${text}`], []);
      return false;
    }
    if (loaded.version === this.#version) return false;
    this.#version = loaded.version;
    this.#session.dashboard = loaded.dashboard;
    this.#showHead();
    await this.#ask();
    return true;
  }

  #services(): DashboardServices {
    const session = this.#session;
    const scopeFor: DashboardServices['scopeFor'] = (placed) => ({ ...session.scope, ...placed.scope });
    return {
      get generation() {
        return session.generation;
      },
      get range() {
        return session.range;
      },
      get annotations() {
        return session.annotations;
      },
      crosshair: new Crosshair(() => session.dashboard.sharedCrosshair),
      scopeFor,
      queryContext: (placed, width) => ({
        client: session.client,
        range: session.range,
        now: session.now,
        scope: scopeFor(placed),
        scrapeMs: this.#scrapeMs,
        width,
      }),
      zoom: (from, to) => this.#go({ range: between(from, to) }),
      zoomOut: () => this.#zoomOut(),
      announce: (text) => (this.#live.textContent = text),
      settled: () => {
        if (!this.#grid.ready || session.generation === 0 || this.#signal.aborted) return;
        this.#host.dataset['ready'] = 'true';
        this.#keepPace();
      },
      viewedPanel: () => session.url.viewPanel?.replace(/^panel-/, ''),
      viewPanel: (key) => this.#go({ viewPanel: key }),
      grafanaPanel: (id) => this.#grafana(id),
      prometheusExplains: 'Prometheus',
    };
  }

  #go(change: Partial<UrlState>): void {
    navigate(location.pathname + writeUrl({ ...this.#full(), ...change }));
  }

  #zoomOut(): void {
    this.#go({ range: zoomedOut(this.#session.range, Date.now()) });
  }

  /** Those that depend on what is chosen begin anew. */
  #choose(name: string, values: readonly string[]): void {
    const { choices } = this.#full();
    const stale = new Set(dependents(this.#session.dashboard.variables, name));
    const kept = Object.fromEntries(Object.entries(choices).filter(([other]) => !stale.has(other)));
    this.#go({ choices: { ...kept, [name]: values } });
  }

  #toggleAnnotation(name: string): void {
    const { toggled } = this.#session;
    if (!toggled.delete(name)) toggled.add(name);
    this.#showHead();
    void this.#session.mark(this.#turn.signal).then(
      () => this.#grid.redraw(),
      () => undefined, // given up for another range, which asks for its own marks
    );
  }

  /** The address with everything that is shown in it, so that a link shows the same. */
  #full(): UrlState {
    const { url, variables, rawRange, refresh } = this.#session;
    const query = variableQuery(variables);
    const choices = Object.fromEntries([...new Set(query.keys())].map((key) => [key.slice(4), query.getAll(key)]));
    return { range: rawRange, refresh, viewPanel: url.viewPanel, choices };
  }

  #writeUrl(): void {
    const address = location.pathname + writeUrl(this.#full());
    if (address !== location.pathname + location.search) history.replaceState(history.state, '', address);
    this.#session.url = readUrl(location.search);
  }

  #showHead(): void {
    const session = this.#session;
    const { dashboard } = session;
    document.title = `${dashboard.title} · Lookout`;
    this.#header.showDashboard(dashboard, new Set(dashboard.annotations.filter(({ name }) => !session.annotationShown(name)).map(({ name }) => name)));
    this.#header.showRange(session.rawRange);
    this.#header.showVariables(session.variables);
    this.#header.showLinks(dashboardLinks(dashboard.links, this.#listed, this.#uid, session.rawRange, session.variables, session.scope));
    this.#header.showNotices(session.variables.flatMap(({ error }) => (error === undefined ? [] : [error])), dashboard.unknown);
    this.#header.refresh.show(session.refresh, dashboard.refreshIntervals);
    this.#keepPace();
  }

  #keepPace(): void {
    this.#refresher.every(refreshPace(parseDuration(this.#session.refresh) ?? 0, this.#scrapeMs, Date.now() - this.#openedAt, this.#grid.waits));
  }

  get #scrapeMs(): number {
    return (this.#settings?.scrapeIntervalSeconds ?? 15) * 1000;
  }

  #showTheme(): void {
    this.#showHead();
    this.#grid.redrawByFrame();
  }

  async #list(): Promise<void> {
    try {
      this.#listed = await getJson<ListedDashboard[]>('/api/dashboards', this.#signal);
      this.#showHead();
    } catch {
      // Without the list there are no links to other dashboards; the sidebar has them still.
    }
  }

  #grafana(panel: number): string | undefined {
    const base = this.#settings?.links.grafana;
    if (!base) return undefined;
    const query = variableQuery(this.#session.variables);
    query.set('from', this.#session.rawRange.from);
    query.set('to', this.#session.rawRange.to);
    query.set('viewPanel', String(panel));
    return `${base.replace(/\/$/, '')}/d/${encodeURIComponent(this.#uid)}?${query.toString()}`;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open], [popover]:popover-open')) return;
    if (this.#session.url.viewPanel !== undefined) this.#go({ viewPanel: undefined });
  }
}

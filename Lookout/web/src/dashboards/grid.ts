import { element } from '../dom/element';
import { layOut, type LaidOutPanel } from './layout';
import type { Panel } from './model';
import { PanelHost } from './panelHost';
import { repeatPanels } from './repeat';
import { RowHost } from './rowHost';
import type { DashboardServices } from './services';
import type { Scope } from './interpolate';

/** The panels of a dashboard on its grid of 24 columns. */
export class PanelGrid {
  readonly element = element('div', { class: 'dashboard-grid' });
  readonly #services: DashboardServices;
  readonly #hosts = new Map<string, PanelHost>();
  readonly #rows = new Map<string, RowHost>();
  readonly #marks = new Map<string, boolean>();
  readonly #reported = new WeakSet<PanelHost>();
  readonly #sight: IntersectionObserver;
  #frame = 0;
  #panels: readonly Panel[] = [];
  #scope: Scope = {};

  constructor(services: DashboardServices) {
    this.#services = services;
    this.#sight = new IntersectionObserver((entries) => this.#see(entries), { rootMargin: '80px 0px' });
  }

  /** Places the panels of a dashboard, keeping those that are there already. */
  place(panels: readonly Panel[], scope: Scope): void {
    this.#panels = panels;
    this.#scope = scope;
    const placed = layOut(repeatPanels(panels, scope), this.#openFor(panels), scope);
    const kept = new Set(placed.map(({ key }) => key));
    for (const [key, host] of [...this.#hosts, ...this.#rows]) if (!kept.has(key)) this.#remove(key, host);
    placed.forEach((one, index) => this.#put(one, index));
    this.#showViewed();
  }

  refresh(): void {
    for (const host of this.#hosts.values()) host.refresh();
  }

  redraw(): void {
    for (const host of this.#hosts.values()) host.redraw();
  }

  /** Draws again what can be seen, a panel a frame: the page answers between them, however much its panels hold. */
  redrawByFrame(): void {
    cancelAnimationFrame(this.#frame);
    const waiting = [...this.#hosts];
    const next = (): void => {
      let drawn = false;
      while (waiting.length > 0 && !drawn) {
        const [key, host] = waiting.shift()!;
        if (this.#hosts.get(key) !== host) continue;
        host.redraw();
        drawn = host.seen;
      }
      if (waiting.length > 0) this.#frame = requestAnimationFrame(next);
    };
    // What the reader has just done is painted first.
    this.#frame = requestAnimationFrame(() => (this.#frame = requestAnimationFrame(next)));
  }

  /** True once each panel that can be seen has something to show. */
  get ready(): boolean {
    return [...this.#hosts.values()].every((host) => this.#reported.has(host) && (!host.seen || host.settled));
  }

  /** True while a panel that can be seen has no data. */
  get waits(): boolean {
    return [...this.#hosts.values()].some((host) => host.seen && host.empty);
  }

  dispose(): void {
    this.#sight.disconnect();
    cancelAnimationFrame(this.#frame);
    for (const host of [...this.#hosts.values(), ...this.#rows.values()]) host.dispose();
  }

  #put(placed: LaidOutPanel, index: number): void {
    const before = this.#hosts.get(placed.key);
    // A panel that the file has changed is another panel.
    if (before && !sameContent(before.panel, placed.panel)) this.#remove(placed.key, before);
    const host = placed.panel.type === 'row' ? this.#row(placed) : this.#host(placed);
    if (host instanceof RowHost) host.place(placed, this.#services.scopeFor(placed));
    else host.place(placed);
    if (this.element.children[index] !== host.element) this.element.insertBefore(host.element, this.element.children[index] ?? null);
  }

  #row(placed: LaidOutPanel): RowHost {
    const host = this.#rows.get(placed.key) ?? new RowHost(placed, (key, open) => this.#toggle(key, open));
    this.#rows.set(placed.key, host);
    return host;
  }

  #host(placed: LaidOutPanel): PanelHost {
    const known = this.#hosts.get(placed.key);
    if (known) return known;
    const host = new PanelHost(placed, this.#services);
    this.#hosts.set(placed.key, host);
    this.#sight.observe(host.element);
    return host;
  }

  #remove(key: string, host: PanelHost | RowHost): void {
    this.#sight.unobserve(host.element);
    host.dispose();
    this.#hosts.delete(key);
    this.#rows.delete(key);
  }

  #toggle(key: string, open: boolean): void {
    this.#marks.set(key, open);
    this.place(this.#panels, this.#scope);
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    const hosts = new Map([...this.#hosts.values()].map((host) => [host.element as Element, host]));
    for (const { target, isIntersecting } of entries) {
      const host = hosts.get(target);
      if (!host) continue;
      this.#reported.add(host);
      host.see(isIntersecting);
    }
    this.#services.settled();
  }

  /** A panel that is viewed by itself may be in a closed row. */
  #openFor(panels: readonly Panel[]): ReadonlyMap<string, boolean> {
    const viewed = this.#services.viewedPanel();
    const row = viewed === undefined ? undefined : panels.find((panel) => panel.type === 'row' && panel.panels.some((inside) => viewed.split('-')[0] === String(inside.id)));
    return row === undefined ? this.#marks : new Map([...this.#marks, [String(row.id), true]]);
  }

  #showViewed(): void {
    const viewed = this.#services.viewedPanel();
    const host = viewed === undefined ? undefined : this.#hosts.get(viewed);
    this.element.classList.toggle('viewing', host !== undefined);
    for (const one of this.#hosts.values()) one.element.classList.toggle('panel-viewed', one === host);
  }
}

function sameContent(a: Panel, b: Panel): boolean {
  return a === b || JSON.stringify({ ...a, gridPos: null }) === JSON.stringify({ ...b, gridPos: null });
}

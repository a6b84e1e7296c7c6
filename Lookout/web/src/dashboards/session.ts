import type { Annotation } from '../panels/panel';
import { PrometheusClient } from '../prometheus/client';
import { resolveRange, type RawRange, type TimeRange } from '../time/range';
import { queryAnnotations } from './annotations';
import { rangeGlobals } from './globals';
import type { Scope } from './interpolate';
import { allVariables } from './links';
import type { Dashboard } from './model';
import type { UrlState } from './urlState';
import { resolveVariables, scopeOf } from './variables';
import { variableValues } from './variableQuery';
import type { Variable, VariableState } from './variableModel';

const followsTime = ({ type, refresh }: Variable): boolean => type === 'query' && refresh === 2;

/** What a dashboard shows at a moment: its range, its variables, its marks. */
export class DashboardSession {
  readonly client = new PrometheusClient();
  dashboard: Dashboard;
  url: UrlState;
  range: TimeRange;
  now: number;
  variables: readonly VariableState[] = [];
  annotations: readonly Annotation[] = [];
  /** Names of annotation queries that the reader has switched off or on, against the file. */
  readonly toggled = new Set<string>();
  generation = 0;

  constructor(dashboard: Dashboard, url: UrlState) {
    this.dashboard = dashboard;
    this.url = url;
    this.now = Date.now();
    this.range = resolveRange(this.rawRange, this.now, dashboard.time);
  }

  get rawRange(): RawRange {
    return this.url.range ?? this.dashboard.time;
  }

  get refresh(): string {
    return this.url.refresh ?? this.dashboard.refresh;
  }

  get scope(): Scope {
    return { ...scopeOf(this.variables, this.range), ...allVariables(this.variables), ...rangeGlobals(this.range) };
  }

  /** Moves a relative range to now. */
  moveToNow(): void {
    this.now = Date.now();
    this.range = resolveRange(this.rawRange, this.now, this.dashboard.time);
  }

  /** Fills the variables; says whether any of them is another than before. */
  async resolve(signal: AbortSignal, all: boolean): Promise<boolean> {
    if (!all && !this.dashboard.variables.some(followsTime)) return false;
    const before = JSON.stringify(this.variables.map(({ options, selected }) => [options, selected]));
    const chosen = { ...Object.fromEntries(this.variables.map(({ variable, selected }) => [variable.name, selected])), ...this.url.choices };
    this.variables = await resolveVariables(this.dashboard.variables, chosen, this.range, rangeGlobals(this.range), variableValues(this.client), signal, all ? [] : this.variables.filter(({ variable }) => !followsTime(variable)));
    return before !== JSON.stringify(this.variables.map(({ options, selected }) => [options, selected]));
  }

  annotationShown(name: string): boolean {
    const query = this.dashboard.annotations.find((one) => one.name === name);
    return query !== undefined && query.enabled !== this.toggled.has(name);
  }

  /** Asks for the marks; says whether they are others than before. */
  async mark(signal: AbortSignal): Promise<boolean> {
    const shown = this.dashboard.annotations.filter(({ name }) => this.annotationShown(name));
    const before = JSON.stringify(this.annotations);
    this.annotations = shown.length === 0 ? [] : await queryAnnotations(shown, this.client, this.range, this.scope, signal);
    return before !== JSON.stringify(this.annotations);
  }
}

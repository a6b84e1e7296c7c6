import { colorOf } from '../color/palette';
import { element } from '../dom/element';
import { notice } from '../dom/notice';
import { anchor } from '../panels/anchor';
import { currentTheme } from '../panels/theme';
import type { RawRange } from '../time/range';
import { refreshPicker, type RefreshPicker } from './controls/refreshPicker';
import { timePicker, type TimePicker } from './controls/timePicker';
import { variablePickers, type ChooseValues } from './controls/variablePicker';
import type { Link } from './links';
import type { Dashboard } from './model';
import type { VariableState } from './variableModel';

/** What the reader does in the head of a dashboard. */
export interface HeaderEvents {
  readonly chooseRange: (range: RawRange) => void;
  readonly zoomOut: () => void;
  readonly chooseRefresh: (interval: string) => void;
  readonly refresh: () => void;
  readonly chooseValues: ChooseValues;
  readonly toggleAnnotation: (name: string) => void;
}

/** The head of a dashboard: its name, variables, marks, range, refresh, and where else to look. */
export class DashboardHeader {
  readonly element: HTMLElement;
  readonly refresh: RefreshPicker;
  readonly #events: HeaderEvents;
  readonly #time: TimePicker;
  readonly #title = element('h1', {});
  readonly #description = element('p', { class: 'lead' });
  readonly #variables = element('div', { class: 'variables' });
  readonly #marks = element('div', { class: 'annotation-toggles', role: 'group', 'aria-label': 'Annotations' });
  readonly #links = element('nav', { class: 'dashboard-links', 'aria-label': 'Related dashboards' });
  readonly #notices = element('div', { class: 'dashboard-notices' });
  #variableSignature = '';

  constructor(events: HeaderEvents) {
    this.#events = events;
    this.#time = timePicker(events.chooseRange, events.zoomOut);
    this.refresh = refreshPicker(events.refresh, events.chooseRefresh);
    this.element = element(
      'header',
      { class: 'dashboard-head' },
      element('div', { class: 'dashboard-title-line' }, element('div', { class: 'dashboard-names' }, this.#title, this.#description), element('div', { class: 'dashboard-controls' }, this.#time.root, this.refresh.root)),
      element('div', { class: 'dashboard-bar' }, this.#variables, this.#marks, this.#links),
      this.#notices,
    );
  }

  showDashboard(dashboard: Dashboard, hidden: ReadonlySet<string>): void {
    this.#title.textContent = dashboard.title;
    this.#description.textContent = dashboard.description;
    this.#description.hidden = dashboard.description === '';
    this.#marks.replaceChildren(
      ...dashboard.annotations
        .filter((one) => !one.hidden)
        .map((one) => {
          const dot = element('span', { class: 'swatch', 'aria-hidden': 'true' });
          dot.style.background = colorOf(one.iconColor, currentTheme().name);
          return element('button', { type: 'button', class: 'chip', 'aria-pressed': String(!hidden.has(one.name)), onclick: () => this.#events.toggleAnnotation(one.name) }, dot, one.name);
        }),
    );
  }

  showRange(range: RawRange): void {
    this.#time.show(range);
  }

  /** Draws the variables anew only when something about them is new: what is open stays open. */
  showVariables(states: readonly VariableState[]): void {
    const signature = JSON.stringify(states.map(({ variable, options, selected, error }) => [variable.name, options, selected, error]));
    if (signature === this.#variableSignature) return;
    this.#variableSignature = signature;
    const focused = document.activeElement?.closest<HTMLElement>('[data-variable]')?.dataset['variable'];
    this.#variables.replaceChildren(...variablePickers(states, this.#events.chooseValues));
    if (focused !== undefined) this.#variables.querySelector<HTMLElement>(`[data-variable="${CSS.escape(focused)}"] :is(select, input, button)`)?.focus();
  }

  showLinks(links: readonly Link[]): void {
    this.#links.replaceChildren(...links.map((link) => anchor(link, { class: 'chip' }, link.title)));
  }

  showNotices(warnings: readonly string[], unknown: readonly string[]): void {
    const lines = [...warnings.map((text) => notice('warn', text)), ...(unknown.length > 0 ? [notice('info', unknown.join(' '))] : [])];
    if (lines.map((line) => line.textContent).join() !== [...this.#notices.children].map((line) => line.textContent).join()) this.#notices.replaceChildren(...lines);
  }
}

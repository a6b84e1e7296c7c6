import { element } from '../../dom/element';

export interface LegendEntry {
  readonly name: string;
  readonly color: string;
  /** One text per calculation. */
  readonly values: readonly string[];
}

export interface LegendOptions {
  readonly mode: 'list' | 'table';
  readonly calcs: readonly string[];
  /** Whether a series is shown. */
  readonly visible: (name: string) => boolean;
  readonly choose: (name: string, toggle: boolean) => void;
  readonly hover: (name: string | null) => void;
}

/** More entries than this are a click away: a legend stays light with hundreds of series. */
const mostEntries = 60;

/** The names of the series. A click shows one alone, a click with Ctrl or Cmd takes it away or brings it back. */
export class Legend {
  readonly host = element('div', { class: 'series-legend' });
  #signature = '';
  #cells: HTMLElement[][] = [];
  #buttons: HTMLButtonElement[] = [];
  #all = false;
  #options: LegendOptions | undefined;

  draw(entries: readonly LegendEntry[], options: LegendOptions): void {
    this.#options = options;
    const shown = this.#all ? entries : entries.slice(0, mostEntries);
    const signature = JSON.stringify([options.mode, options.calcs, this.#all, entries.length, shown.map(({ name, color }) => [name, color])]);
    if (signature !== this.#signature) {
      this.#signature = signature;
      this.#build(shown, entries, options);
    }
    shown.forEach((entry, index) => {
      entry.values.forEach((text, column) => {
        const cell = this.#cells[index]?.[column];
        if (cell && cell.textContent !== text) cell.textContent = text;
      });
      this.#buttons[index]?.setAttribute('aria-pressed', String(options.visible(entry.name)));
    });
  }

  #build(shown: readonly LegendEntry[], entries: readonly LegendEntry[], options: LegendOptions): void {
    this.host.className = `series-legend series-legend-${options.mode}`;
    this.#buttons = shown.map((entry) => this.#button(entry));
    this.#cells = shown.map((entry) => entry.values.map(() => element(options.mode === 'table' ? 'td' : 'span', { class: 'series-legend-value' })));
    const rest = entries.length - shown.length;
    const more = rest > 0 ? element('button', { type: 'button', class: 'series-legend-more', onclick: () => this.#showAll(entries, options) }, `and ${rest} more`) : null;
    const list =
      options.mode === 'table'
        ? element(
            'table',
            {},
            element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Name'), options.calcs.map((calc) => element('th', { scope: 'col' }, calc)))),
            element('tbody', {}, shown.map((_, index) => element('tr', {}, element('th', { scope: 'row' }, this.#buttons[index]), this.#cells[index]))),
          )
        : element('ul', {}, shown.map((_, index) => element('li', {}, this.#buttons[index], this.#cells[index])));
    this.host.replaceChildren(list, ...(more ? [more] : []));
  }

  /** Buttons live longer than one drawing: what they do is what the last one says. */
  #button({ name, color }: LegendEntry): HTMLButtonElement {
    const swatch = element('span', { class: 'swatch', 'aria-hidden': 'true' });
    swatch.style.background = color;
    return element(
      'button',
      {
        type: 'button',
        title: name,
        'aria-pressed': 'true',
        onclick: (event: MouseEvent) => this.#options?.choose(name, event.ctrlKey || event.metaKey),
        onmouseenter: () => this.#options?.hover(name),
        onmouseleave: () => this.#options?.hover(null),
      },
      swatch,
      element('span', { class: 'series-legend-name' }, name),
    );
  }

  #showAll(entries: readonly LegendEntry[], options: LegendOptions): void {
    this.#all = true;
    this.draw(entries, options);
  }
}

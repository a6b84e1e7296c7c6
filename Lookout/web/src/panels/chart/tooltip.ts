import { element } from '../../dom/element';

export interface TooltipRow {
  readonly color: string;
  readonly name: string;
  readonly value: string;
  readonly strong?: boolean;
}

/** How many rows there is room for; the rest is counted. */
const mostRows = 24;

/** The page's one tooltip: it shows what is under the pointer, and never takes it. */
export class Tooltip {
  readonly #host = element('div', { class: 'tooltip', role: 'presentation', hidden: true });

  show(title: string, rows: readonly TooltipRow[], clientX: number, clientY: number, notes: readonly string[] = []): void {
    if (!this.#host.isConnected) document.body.append(this.#host);
    const shown = rows.slice(0, mostRows).map((row) => {
      const swatch = element('span', { class: 'swatch' });
      swatch.style.background = row.color;
      return element('li', { class: row.strong ? 'strong' : '' }, swatch, element('span', { class: 'name' }, row.name), element('span', { class: 'value' }, row.value));
    });
    const rest = rows.length - shown.length;
    this.#host.replaceChildren(
      element('p', { class: 'tooltip-title' }, title),
      element('ul', {}, shown),
      ...(rest > 0 ? [element('p', { class: 'tooltip-rest' }, `and ${rest} more`)] : []),
      ...notes.map((note) => element('p', { class: 'tooltip-note' }, note)),
    );
    this.#host.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = this.#host;
    const left = clientX + 16 + width > innerWidth - 8 ? clientX - 16 - width : clientX + 16;
    const top = Math.min(clientY + 12, innerHeight - height - 8);
    this.#host.style.transform = `translate(${Math.max(8, left)}px, ${Math.max(8, top)}px)`;
  }

  hide(): void {
    this.#host.hidden = true;
  }

  dispose(): void {
    this.#host.remove();
  }
}

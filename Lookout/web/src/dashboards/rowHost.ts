import { element } from '../dom/element';
import { icon } from '../dom/icons';
import { interpolate, readable, type Scope } from './interpolate';
import type { LaidOutPanel } from './layout';

/** A row's line across the grid; it opens and closes what is below. */
export class RowHost {
  readonly element: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #title = element('span', {});
  readonly #count = element('span', { class: 'muted' });

  constructor(placed: LaidOutPanel, toggle: (key: string, open: boolean) => void) {
    this.#button = element('button', { type: 'button', onclick: () => toggle(placed.key, this.#button.getAttribute('aria-expanded') !== 'true') }, icon('down'), this.#title, this.#count);
    this.element = element('section', { class: 'panel-row', 'data-panel-id': placed.panel.id, 'data-panel-type': 'row', 'data-state': 'data' }, element('h2', {}, this.#button));
  }

  place(placed: LaidOutPanel, scope: Scope): void {
    this.element.style.gridColumn = '1 / -1';
    this.element.style.gridRow = String(placed.grid.y + 1);
    const title = interpolate(placed.panel.title, scope, readable);
    this.element.dataset['panelTitle'] = title;
    this.#title.textContent = title;
    this.#button.setAttribute('aria-expanded', String(placed.open));
    this.#count.textContent = placed.open ? '' : `${placed.held} panel${placed.held === 1 ? '' : 's'}`;
  }

  dispose(): void {
    this.element.remove();
  }
}

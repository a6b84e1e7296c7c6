import { element } from '../../dom/element';
import type { Ends } from '../../format/display';
import type { StyledField, StyledFrame } from '../../frames/frame';
import type { PanelContext } from '../panel';
import { tableCell } from './cell';
import { allRows, covers, rowWindow, type RowWindow } from './rowWindow';

/** What a row is made of, and the rows' numbers in their order. */
export interface TableContent {
  readonly frame: StyledFrame;
  readonly fields: readonly StyledField[];
  readonly ends: readonly Ends[];
  readonly order: readonly number[];
}

/** Until a row has been measured. */
const usualHeight = 33;

/** The rows of a table. Of a long one only those in sight are there, and some around them: the others are room. */
export class TableRows {
  readonly element = element('tbody');
  readonly #scroller: HTMLElement;
  readonly #head: HTMLElement;
  readonly #context: PanelContext;
  #content: TableContent | undefined;
  #window: RowWindow = { first: 0, end: 0 };
  #rowHeight = 0;

  constructor(scroller: HTMLElement, head: HTMLElement, context: PanelContext) {
    this.#scroller = scroller;
    this.#head = head;
    this.#context = context;
    scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
  }

  draw(content: TableContent): void {
    this.#content = content;
    if (this.#scroller.scrollTop === 0) this.#setWidths(() => '');
    this.#put();
  }

  clear(): void {
    this.#content = undefined;
    this.element.replaceChildren();
  }

  #scrolled(): void {
    const count = this.#content?.order.length ?? 0;
    if (count > allRows && !covers(this.#window, count, this.#height, this.#scroller.scrollTop, this.#scroller.clientHeight)) {
      // A column stays as wide as it has been: nothing jumps while one scrolls.
      this.#setWidths((cell) => `${cell.offsetWidth}px`);
      this.#put();
    }
  }

  get #height(): number {
    return this.#rowHeight || usualHeight;
  }

  #put(): void {
    if (!this.#content) return;
    const { frame, fields, ends, order } = this.#content;
    const isLong = order.length > allRows;
    const { scrollTop, clientHeight } = this.#scroller;
    const { first, end } = (this.#window = rowWindow(order.length, this.#height, scrollTop, clientHeight));
    const rows = order.slice(first, end).map((row, index) =>
      element('tr', { 'aria-rowindex': isLong && first + index + 2 }, fields.map((field, column) => tableCell({ frame, field, row, ends: ends[column]! }, this.#context))),
    );
    this.element.replaceChildren(...this.#room(first), ...rows, ...this.#room(order.length - end));
    const table = this.element.parentElement;
    if (isLong) table?.setAttribute('aria-rowcount', String(order.length + 1));
    else table?.removeAttribute('aria-rowcount');
    if (isLong) this.#rowHeight ||= rows[0]?.offsetHeight ?? 0;
  }

  #room(rows: number): HTMLElement[] {
    if (rows === 0) return [];
    const room = element('tr', { 'aria-hidden': 'true', class: 'table-room' }, element('td', { colspan: this.#content?.fields.length ?? 1 }));
    room.style.height = `${rows * this.#height}px`;
    return [room];
  }

  #setWidths(width: (cell: HTMLElement) => string): void {
    const cells = [...this.#head.querySelectorAll('th')];
    const widths = cells.map(width);
    cells.forEach((cell, index) => (cell.style.minWidth = widths[index]!));
  }
}

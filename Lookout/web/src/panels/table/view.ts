import { asArray, asBoolean, asNumber, asObject, asObjects, asString, asStrings } from '../../dashboards/json';
import { element } from '../../dom/element';
import { display, endsOf, fullText } from '../../format/display';
import { lengthOf, type StyledField, type StyledFrame } from '../../frames/frame';
import { reduce, reducerName } from '../../frames/reducers';
import { compareValues } from '../../frames/transformations';
import type { Drawn, PanelContext, PanelData, PanelFactory, PanelView } from '../panel';
import { alignment } from './cell';
import { TableRows } from './rows';

interface Order {
  readonly column: string;
  readonly desc: boolean;
}

/** Rows and columns, in the order that the reader chooses. */
export const tablePanel: PanelFactory = (host, context) => new TableView(host, context);

class TableView implements PanelView {
  readonly #context: PanelContext;
  readonly #host = element('div', { class: 'table-scroll', tabindex: 0, role: 'region' });
  readonly #head = element('thead');
  readonly #rows: TableRows;
  readonly #foot = element('tfoot');
  readonly #note = element('p', { class: 'table-note', hidden: true });
  #order: Order | null;
  #signature = '';
  #data: PanelData | undefined;

  constructor(host: HTMLElement, context: PanelContext) {
    this.#context = context;
    const [sortBy] = asObjects(context.panel.options['sortBy']);
    this.#order = sortBy ? { column: asString(sortBy['displayName']), desc: asBoolean(sortBy['desc']) } : null;
    this.#host.setAttribute('aria-label', `Table ${context.panel.title}`);
    this.#head.hidden = context.panel.options['showHeader'] === false;
    this.#rows = new TableRows(this.#host, this.#head, context);
    this.#host.append(element('table', { class: 'data-table' }, this.#head, this.#rows.element, this.#foot), this.#note);
    host.append(this.#host);
  }

  draw(data: PanelData): Drawn {
    this.#data = data;
    const frame = data.frames.find((one) => lengthOf(one) > 0) ?? data.frames[0];
    const fields = frame?.fields.filter((field) => field.config.custom['hidden'] !== true) ?? [];
    this.#drawHead(fields);
    if (!frame) {
      this.#rows.clear();
      return { series: 0, points: 0 };
    }
    const order = this.#ordered(frame, fields);
    this.#rows.draw({ frame, fields, ends: fields.map((field) => endsOf(field)), order });
    this.#drawFoot(fields);
    this.#note.hidden = data.frames.length <= 1;
    this.#note.textContent = `The first of ${data.frames.length} results`;
    return { series: order.length, points: fields.length };
  }

  dispose(): void {
    this.#host.remove();
  }

  #ordered(frame: StyledFrame, fields: readonly StyledField[]): number[] {
    const rows = Array.from({ length: lengthOf(frame) }, (_, index) => index);
    const by = fields.find((field) => field.title === this.#order?.column);
    if (!by) return rows;
    const direction = this.#order?.desc ? -1 : 1;
    return rows.sort((a, b) => direction * compareValues(by.values[a] ?? null, by.values[b] ?? null) || a - b);
  }

  /** The head stays as it is while its columns do, so that focus stays in it. */
  #drawHead(fields: readonly StyledField[]): void {
    const signature = JSON.stringify(fields.map((field) => [field.title, field.config.custom['width'], alignment(field)]));
    if (signature !== this.#signature) {
      this.#signature = signature;
      this.#head.replaceChildren(element('tr', {}, fields.map((field) => this.#headCell(field))));
    }
    for (const cell of this.#head.querySelectorAll('th')) {
      const sorted = cell.dataset['column'] === this.#order?.column;
      cell.setAttribute('aria-sort', !sorted ? 'none' : this.#order?.desc ? 'descending' : 'ascending');
    }
  }

  #headCell(field: StyledField): HTMLElement {
    const button = element('button', { type: 'button', onclick: () => this.#sort(field.title) }, field.title);
    const cell = element('th', { scope: 'col', class: `align-${alignment(field)}`, 'data-column': field.title }, button);
    const width = asNumber(field.config.custom['width']);
    if (width !== undefined) cell.style.width = `${width}px`;
    return cell;
  }

  /** Up, down, and back to the order of the data. */
  #sort(column: string): void {
    if (this.#order?.column !== column) this.#order = { column, desc: false };
    else this.#order = this.#order.desc ? null : { column, desc: true };
    if (this.#data) this.draw(this.#data);
  }

  #drawFoot(fields: readonly StyledField[]): void {
    const footer = asObject(this.#context.panel.options['footer']);
    const calc = asString(asArray(footer['reducer'])[0]);
    if (!asBoolean(footer['show']) || calc === '') {
      this.#foot.replaceChildren();
      return;
    }
    const only = asStrings(footer['fields']);
    const theme = this.#context.theme().name;
    const cells = fields.map((field, index) => {
      const counted = field.type === 'number' && (only.length === 0 || only.includes(field.title));
      const text = counted ? fullText(display(reduce(field.values, calc), field, theme)) : index === 0 ? reducerName(calc) : '';
      return element('td', { class: `align-${alignment(field)}` }, text);
    });
    this.#foot.replaceChildren(element('tr', {}, cells));
  }
}

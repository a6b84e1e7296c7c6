import { openDialog } from '../dom/dialog';
import { element } from '../dom/element';
import { display, fullText } from '../format/display';
import { currentTheme } from '../panels/theme';
import { lengthOf, type StyledFrame } from '../frames/frame';
import { align } from '../panels/timeseries/align';
import { formatDateTime } from '../time/dateTime';

/** The last rows are what people look for; more than these make the page slow. */
const mostRows = 300;

/** Shows what a panel draws as a table: a column for each series, the newest row first. */
export function openDataTable(title: string, frames: readonly StyledFrame[]): void {
  const body = frames.length === 0 ? element('p', {}, 'There is no data.') : frames.some((frame) => frame.fields[0]?.type !== 'time' || frame.fields.length !== 2) ? frames.map(plainTable) : seriesTable(frames);
  const dialog = openDialog(`Data of ${title}`, element('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': `Data of ${title}` }, body));
  dialog.classList.add('dialog-wide');
}

function seriesTable(frames: readonly StyledFrame[]): HTMLElement {
  const { times, series } = align(frames);
  const { name: theme } = currentTheme();
  const rows = times.map((_, index) => times.length - 1 - index).slice(0, mostRows);
  return table(
    ['Time', ...series.map(({ field }) => field.title)],
    rows.map((row) => [formatDateTime(times[row]!), ...series.map(({ field, values }) => (values[row] === null ? '' : fullText(display(values[row] ?? null, field, theme))))]),
  );
}

function plainTable(frame: StyledFrame): HTMLElement {
  const { name: theme } = currentTheme();
  const rows = Array.from({ length: Math.min(mostRows, lengthOf(frame)) }, (_, index) => index);
  return table(
    frame.fields.map(({ title }) => title),
    rows.map((row) => frame.fields.map((field) => (field.values[row] === null ? '' : fullText(display(field.values[row] ?? null, field, theme))))),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  return element(
    'table',
    { class: 'data-table' },
    element('thead', {}, element('tr', {}, head.map((text) => element('th', { scope: 'col' }, text)))),
    element('tbody', {}, rows.map((cells) => element('tr', {}, cells.map((text, column) => (column === 0 ? element('th', { scope: 'row' }, text) : element('td', {}, text)))))),
  );
}

// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { readDashboard } from '../../dashboards/read';
import { styleFrames } from '../../frames/style';
import type { Frame } from '../../frames/frame';
import { Crosshair } from '../chart/crosshair';
import { tablePanel } from './view';

let host: HTMLElement;

beforeEach(() => {
  host = document.createElement('div');
  document.body.replaceChildren(host);
});

const frame: Frame = {
  refId: 'A',
  fields: [
    { name: 'model', type: 'string', labels: {}, values: ['m9', 'm10', 'm1'] },
    { name: 'Value', type: 'number', labels: {}, values: [0.5, 0.25, null] },
  ],
};

function show(panel: object, shown: Frame = frame) {
  const read = readDashboard({ panels: [{ type: 'table', ...panel }] }).panels[0]!;
  const theme = { name: 'dark', text: '#fff', muted: '#888', grid: '#222', surface: '#111', font: 'sans' } as const;
  const context = { panel: read, scope: {}, theme: () => theme, crosshair: new Crosshair(() => true), zoom: () => undefined, zoomOut: () => undefined, announce: () => undefined };
  const view = tablePanel(host, context);
  const range = { from: 0, to: 1, raw: { from: '', to: '' } };
  view.draw({ frames: styleFrames([shown], read.fieldConfig, {}), range, stepMs: 1, annotations: [], exemplars: [] });
}

const column = (index: number): string[] => [...host.querySelectorAll('tbody tr')].map((row) => row.children[index]!.textContent ?? '');
const head = (index: number): HTMLElement => host.querySelectorAll<HTMLElement>('thead th')[index]!;

it('shows values in the unit of their column, and nothing for none', () => {
  show({ fieldConfig: { defaults: { unit: 'percentunit', noValue: 'No models' } } });
  expect([column(0), column(1)]).toEqual([['m9', 'm10', 'm1'], ['50%', '25%', '']]);
});

it('begins in the order of the dashboard', () => {
  show({ options: { sortBy: [{ displayName: 'Value', desc: true }] } });
  expect([column(0), head(1).getAttribute('aria-sort')]).toEqual([['m9', 'm10', 'm1'], 'descending']);
});

it('sorts by click: up, down, and as it was', () => {
  show({});
  const orders = [1, 2, 3].map(() => (head(0).querySelector('button')!.click(), column(0).join()));
  expect(orders).toEqual(['m1,m9,m10', 'm10,m9,m1', 'm9,m10,m1']);
});

it('leads from a value to where its row says', () => {
  const links = [{ title: 'Model', url: '/d/kthena-model?var-model_id=${__data.fields.model}' }];
  show({ fieldConfig: { overrides: [{ matcher: { id: 'byName', options: 'model' }, properties: [{ id: 'links', value: links }] }] } });
  expect([...host.querySelectorAll('a')].map((link) => link.getAttribute('href'))[1]).toBe('/d/kthena-model?var-model_id=m10');
});

it('shows what a column adds up to', () => {
  show({ options: { footer: { show: true, reducer: ['sum'] } } });
  expect([...host.querySelectorAll('tfoot td')].map((cell) => cell.textContent)).toEqual(['Total', '0.750']);
});

it('leaves hidden columns away', () => {
  show({ fieldConfig: { overrides: [{ matcher: { id: 'byName', options: 'model' }, properties: [{ id: 'custom.hidden', value: true }] }] } });
  expect(host.querySelectorAll('thead th')).toHaveLength(1);
});

const long: Frame = { refId: 'A', fields: [{ name: 'model', type: 'string', labels: {}, values: Array.from({ length: 1000 }, (_, index) => `m${index}`) }] };

it('holds of a long table what is in sight, and says how long it is', () => {
  show({}, long);
  const rows = [...host.querySelectorAll('tbody tr:not(.table-room)')];
  expect([rows.length < 100, rows[0]!.getAttribute('aria-rowindex'), host.querySelector('table')!.getAttribute('aria-rowcount')]).toEqual([true, '2', '1001']);
});

it('follows the scrolling of a long table', () => {
  show({}, long);
  const scroller = host.querySelector('.table-scroll')!;
  scroller.scrollTop = 900 * 33;
  scroller.dispatchEvent(new Event('scroll'));
  expect(column(0)).toContain('m900');
});

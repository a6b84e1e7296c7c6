import { describe, expect, it } from 'vitest';
import type { Field, Frame, Value } from './frame';
import { transform } from './transformations';

const column = (name: string, values: readonly Value[], more: Partial<Field> = {}): Field => ({ name, values, labels: {}, type: typeof values[0] === 'string' ? 'string' : 'number', ...more });
const frame = (...fields: readonly Field[]): Frame => ({ refId: 'A', fields });
const shown = (frames: readonly Frame[]) => frames.map(({ fields }) => fields.map(({ name, values }) => `${name}: ${values.map(String).join(' ')}`));

describe('merge', () => {
  const a = frame(column('model', ['x', 'y']), column('Value #A', [1, 2]));
  const b = frame(column('model', ['y', 'z']), column('Value #B', [3, 4]));
  it('makes one row of rows with the same key', () => {
    expect(shown(transform([a, b], [{ id: 'merge', options: {} }]))).toEqual([['model: x y z', 'Value #A: 1 2 null', 'Value #B: null 3 4']]);
  });
  it('keeps rows apart that contradict each other', () => {
    const again = frame(column('model', ['x']), column('Value #A', [9]));
    expect(shown(transform([a, again], [{ id: 'merge', options: {} }]))).toEqual([['model: x x y', 'Value #A: 1 9 2'].map((text) => text.replace('x x y', 'x y x').replace('1 9 2', '1 2 9'))]);
  });
  it('leaves frames alone that have nothing in common', () => expect(transform([a, frame(column('other', [1]))], [{ id: 'merge', options: {} }])).toHaveLength(2));
});

it('organizes: leaves out, orders and renames', () => {
  const options = { excludeByName: { b: true }, indexByName: { c: 0, a: 1 }, renameByName: { a: 'Alpha' } };
  expect(shown(transform([frame(column('a', [1]), column('b', [2]), column('c', [3]))], [{ id: 'organize', options }]))).toEqual([['c: 3', 'Alpha: 1']]);
});
it('sorts numbers as numbers and text as people do', () => {
  const table = frame(column('n', [10, 9, null]), column('t', ['m10', 'm9', 'm1']));
  const by = (field: string, desc = false) => shown(transform([table], [{ id: 'sortBy', options: { sort: [{ field, desc }] } }]))[0];
  expect([by('n'), by('n', true), by('t')]).toEqual([['n: null 9 10', 't: m1 m9 m10'], ['n: 10 9 null', 't: m10 m9 m1'], ['n: null 9 10', 't: m1 m9 m10']]);
});
it.each([
  [{ include: { names: ['a'] } }, ['a: 1']],
  [{ include: { pattern: '^[ab]$' } }, ['a: 1', 'b: 2']],
  [{ exclude: { names: ['a'] } }, ['b: 2', 'cc: 3']],
])('filters fields by %j', (options, expected) => {
  expect(shown(transform([frame(column('a', [1]), column('b', [2]), column('cc', [3]))], [{ id: 'filterFieldsByName', options }]))).toEqual([expected]);
});
it('makes columns of labels, and rows of series at the same time', () => {
  const series = (model: string, value: number): Frame => frame(column('Time', [5], { type: 'time' }), column('Value', [value], { labels: { model } }));
  expect(shown(transform([series('x', 1), series('y', 2)], [{ id: 'labelsToFields', options: {} }]))).toEqual([['Time: 5 5', 'model: x y', 'Value: 1 2']]);
});

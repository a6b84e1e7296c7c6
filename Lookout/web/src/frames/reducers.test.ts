import { expect, it } from 'vitest';
import { reduce } from './reducers';

const values = [null, 4, 2, NaN, 6, null];

it.each([
  ['lastNotNull', 6], ['last', null], ['first', null], ['firstNotNull', 4], ['mean', 4], ['min', 2], ['max', 6], ['sum', 12], ['count', 6], ['range', 4], ['unknown', null],
])('%s', (calc, expected) => expect(reduce(values, calc)).toBe(expected));
it('counts on after a reset', () => expect(reduce([10, 15, 3, 5], 'delta')).toBe(5 + 3 + 2));
it.each(['mean', 'min', 'max', 'sum', 'range', 'delta', 'lastNotNull'])('%s of nothing is nothing', (calc) => expect(reduce([], calc)).toBeNull());

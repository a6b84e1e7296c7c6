import { expect, it } from 'vitest';
import { heatmapCells } from './heatmap';

const series = (le: string, ...values: readonly number[]) => ({ le, times: values.map((_, index) => index), values });

it('takes from each bucket what is in those below it, in the order of the bounds', () => {
  const cells = heatmapCells([series('+Inf', 10, 10), series('0.5', 4, 6), series('10', 9, 10), series('1', 7, 6)]);
  expect(cells.buckets).toEqual([{ from: undefined, to: 0.5 }, { from: 0.5, to: 1 }, { from: 1, to: 10 }, { from: 10, to: Infinity }]);
  expect(cells.counts).toEqual([[4, 6], [3, 0], [2, 4], [1, 0]]);
  expect(cells.max).toBe(6);
});
it('has no negative counts where scrapes differ', () => expect(heatmapCells([series('1', 5), series('2', 4)]).counts).toEqual([[5], [0]]));
it('adds up series of the same bound', () => expect(heatmapCells([series('1', 5), series('1.0', 2)]).counts).toEqual([[7]]));
it('knows nothing where a bucket has no sample', () => {
  expect(heatmapCells([series('1', 5), { le: '2', times: [1], values: [3] }]).counts).toEqual([[5, null], [null, 3]]);
});
it('leaves out what has no bound', () => expect(heatmapCells([series('', 5), series('x', 1)]).buckets).toEqual([]));

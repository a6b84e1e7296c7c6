import { expect, it } from 'vitest';
import { readFieldConfig } from '../../dashboards/readFieldConfig';
import type { StyledFrame } from '../../frames/frame';
import { align, asPercentages, nearest, stackedEnds, withGaps } from './align';
import { thinOut } from './exemplars';

const { defaults: config } = readFieldConfig({});
const frame = (times: readonly number[], values: readonly number[]): StyledFrame => ({
  refId: 'A',
  fields: [
    { name: 'Time', title: 'Time', type: 'time', values: times, labels: {}, index: 0, config },
    { name: 'Value', title: 'v', type: 'number', values, labels: {}, index: 0, config },
  ],
});

it('puts series on the times of all', () => {
  const { times, series } = align([frame([10, 20], [1, 2]), frame([20, 30], [3, NaN])]);
  expect([times, series.map(({ values }) => values)]).toEqual([[10, 20, 30], [[1, 2, null], [null, 3, null]]]);
});
it('breaks lines where more than a step is missing', () => {
  const { times, series } = withGaps(align([frame([10, 20, 60], [1, 2, 3])]), 10);
  expect([times, series[0]?.values]).toEqual([[10, 20, 30, 60], [1, 2, null, 3]]);
});
it('turns values into shares of their sum', () => expect(asPercentages([[1, 0, null], [3, 0, 2]])).toEqual([[25, 0, null], [75, 0, 100]]));
it('stacks what is above and what is below zero apart', () => expect(stackedEnds([[1, -2], [4, -3], [-1, null]])).toEqual({ min: -5, max: 5 }));
it.each([[4, 0], [14, 0], [16, 1], [99, 2]])('the time nearest to %d is number %d', (time, index) => expect(nearest([10, 20, 30], time)).toBe(index));
it('is near nothing when there is nothing', () => expect(nearest([], 1)).toBe(-1));

it('keeps the outliers of many exemplars', () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({ labels: {}, seriesLabels: {}, time: index, value: index === 500 ? 99 : 1 }));
  const few = thinOut(many, 0, 1_000_000, 20);
  expect([few.length <= 20, few.some(({ value }) => value === 99)]).toEqual([true, true]);
});

import { expect, test } from 'vitest';
import { sparkPath } from './sparkline';

test('a line goes from the lower left to the upper right', () => {
  expect(
    sparkPath(
      [
        [0, 0],
        [10, 2],
      ],
      [0, 10],
      2,
      100,
      50,
      10,
    ),
  ).toBe('M0.0 50.0L100.0 0.0');
});

test('a hole breaks the line, and what is no number is a hole', () => {
  expect(
    sparkPath(
      [
        [0, 1],
        [1, Number.NaN],
        [4, 1],
      ],
      [0, 4],
      1,
      4,
      1,
      2,
    ),
  ).toBe('M0.0 0.0M4.0 0.0');
});

test('what is higher than the top stays at the top', () => {
  expect(sparkPath([[0, 9]], [0, 1], 3, 1, 30, 1)).toBe('M0.0 0.0');
});

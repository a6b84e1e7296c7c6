import { expect, it } from 'vitest';
import { covers, rowWindow } from './rowWindow';

it.each([
  ['all of a short table', 60, 0, { first: 0, end: 60 }],
  ['the first of a long one', 1000, 0, { first: 0, end: 30 }],
  ['those around what is in sight', 1000, 3000, { first: 80, end: 130 }],
  ['the last', 1000, 29_700, { first: 970, end: 1000 }],
  ['the last of a table that has become shorter', 100, 29_700, { first: 79, end: 100 }],
])('%s', (_, count, scrolled, expected) => {
  expect(rowWindow(count, 30, scrolled, 300)).toEqual(expected);
});

it.each([
  ['what it was made for', 3000, true],
  ['a little further', 3500, true],
  ['beyond its end', 3700, false],
  ['before its first', 2300, false],
])('covers %s: %s', (_, scrolled, expected) => {
  expect(covers({ first: 80, end: 130 }, 1000, 30, scrolled, 300)).toBe(expected);
});

it('covers the end of a table, however far it is scrolled', () => {
  expect(covers({ first: 970, end: 1000 }, 1000, 30, 29_800, 300)).toBe(true);
});

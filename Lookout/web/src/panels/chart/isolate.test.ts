import { expect, it } from 'vitest';
import { Isolation } from './isolate';

const names = ['a', 'b', 'c'];
const shown = (isolation: Isolation): string => names.filter((name) => isolation.visible(name)).join('');

it('shows one alone, another alone, and all again', () => {
  const isolation = new Isolation();
  const seen = (['b', 'c', 'c'] as const).map((name) => (isolation.choose(name, false, names), shown(isolation)));
  expect(seen).toEqual(['b', 'c', 'abc']);
});
it('takes one away and brings it back', () => {
  const isolation = new Isolation();
  expect([(isolation.choose('b', true, names), shown(isolation)), (isolation.choose('b', true, names), shown(isolation))]).toEqual(['ac', 'abc']);
});
it('shows all again when the last one is taken away', () => {
  const isolation = new Isolation();
  isolation.choose('a', false, names);
  isolation.choose('a', true, names);
  expect(shown(isolation)).toBe('abc');
});
it('forgets series that are gone', () => {
  const isolation = new Isolation();
  isolation.choose('gone', false, ['gone']);
  isolation.keep(names);
  expect(shown(isolation)).toBe('abc');
});

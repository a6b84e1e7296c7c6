import { expect, test } from 'vitest';
import { meaningOf } from './keys';

test.each([
  ['a', 'g', { goTo: '/alerts' }],
  ['g', 'g', { goTo: '/graph' }],
  ['x', 'g', undefined],
  ['a', undefined, undefined],
  ['/', undefined, 'search'],
  ['?', undefined, 'help'],
])('%s after %s', (key, previous, meaning) => {
  expect(meaningOf(key, previous)).toEqual(meaning);
});

import { expect, it } from 'vitest';
import { refreshPace } from './pace';

it.each([
  ['as chosen once all have data', 5000, 2000, 1000, false, 5000],
  ['at each scrape while something has none', 5000, 2000, 1000, true, 2000],
  ['as chosen when the page has been open for a while', 5000, 2000, 60_000, true, 5000],
  ['as chosen where that is more often', 5000, 15_000, 1000, true, 5000],
  ['not at all when it is switched off', 0, 2000, 1000, true, 0],
])('refreshes %s', (_, chosen, scrape, age, waits, expected) => {
  expect(refreshPace(chosen, scrape, age, waits)).toBe(expected);
});

import { expect, test } from 'vitest';
import { matcherOf } from './matchers';
import { inOrder, matchersOf, missingOf, newSilence, type SilenceDraft } from './silences';
import type { Silence } from './types';

const now = new Date('2026-01-01T12:00:00Z');
const draft: SilenceDraft = {
  matchers: [matcherOf('alertname', '=', 'Down')],
  endsAt: new Date('2026-01-01T13:00:00Z'),
  createdBy: ' me ',
  comment: 'upgrade',
};

test('the matchers of an alert begin with its name', () => {
  expect(matchersOf({ b: '2', alertname: 'Down', a: '1' }).map(({ name }) => name)).toEqual(['alertname', 'a', 'b']);
});

test('a whole draft lacks nothing', () => {
  expect(missingOf(draft, now)).toBeUndefined();
});

test.each([
  [{ matchers: [] }, /matcher/],
  [{ matchers: [matcherOf(' ', '=', 'x')] }, /name/],
  [{ endsAt: now }, /future/],
  [{ endsAt: new Date(Number.NaN) }, /future/],
  [{ comment: ' ' }, /why/],
  [{ createdBy: '' }, /who/],
])('%o is asked for', (change, expected) => {
  expect(missingOf({ ...draft, ...change }, now)).toMatch(expected);
});

test('what is sent starts now and is in the form of Alertmanager', () => {
  expect(newSilence(draft, now)).toEqual({
    matchers: [{ name: 'alertname', value: 'Down', isRegex: false, isEqual: true }],
    startsAt: '2026-01-01T12:00:00.000Z',
    endsAt: '2026-01-01T13:00:00.000Z',
    createdBy: 'me',
    comment: 'upgrade',
  });
});

test('active silences come before pending and expired ones, each by what matters next', () => {
  const silence = (id: string, state: Silence['status']['state'], endsAt: string): Silence => ({
    id,
    status: { state },
    matchers: [],
    startsAt: '',
    endsAt,
    updatedAt: '',
    createdBy: '',
    comment: '',
  });
  const order = inOrder([
    silence('old', 'expired', '2026-01-01T08:00:00Z'),
    silence('recent', 'expired', '2026-01-01T11:00:00Z'),
    silence('pending', 'pending', '2026-01-02T00:00:00Z'),
    silence('later', 'active', '2026-01-01T18:00:00Z'),
    silence('soon', 'active', '2026-01-01T13:00:00Z'),
  ]);
  expect(order.map(({ id }) => id)).toEqual(['soon', 'later', 'pending', 'recent', 'old']);
});

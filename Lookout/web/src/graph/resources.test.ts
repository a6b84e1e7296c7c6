import { expect, test } from 'vitest';
import { conditionOf, failingChecks, type Resource } from './resources';

const running: Resource = { name: 'a', kind: 'Project', state: 'Running', health: 'Healthy', urls: {} };

test.each([
  [{}, 'healthy'],
  [{ health: null }, 'healthy'],
  [{ health: 'Unhealthy' }, 'unhealthy'],
  [{ health: 'Degraded' }, 'unhealthy'],
  [{ state: 'Starting' }, 'starting'],
  [{ state: 'Waiting' }, 'starting'],
  [{ state: 'Exited', exitCode: 0 }, 'stopped'],
  [{ state: 'Exited', exitCode: 137 }, 'failed'],
  [{ state: 'FailedToStart' }, 'failed'],
  [{ state: 'Dreaming' }, 'unknown'],
] as const)('%o is %s', (change, expected) => {
  expect(conditionOf({ ...running, ...change })).toBe(expected);
});

test('only checks that fail have something to say', () => {
  const healthReports = [
    { name: 'a', status: 'Healthy' },
    { name: 'b', status: 'Unhealthy', description: '503' },
    { name: 'c', status: null },
  ];
  expect(failingChecks({ ...running, healthReports }).map(({ name }) => name)).toEqual(['b']);
});

import { expect, test } from 'vitest';
import { groupAlerts } from './group';
import { alert } from './testing';

const info = alert({ labels: { alertname: 'I', severity: 'info' } });
const warning = alert({ labels: { alertname: 'W', severity: 'warning', model_id: 'a' }, state: 'inhibited' });
const critical = alert({ labels: { alertname: 'C', severity: 'critical', model_id: 'b' } });
const strange = alert({ labels: { alertname: 'S', severity: 'urgent' } });

const titles = (by: Parameters<typeof groupAlerts>[1]): string[] => groupAlerts([info, warning, strange, critical], by).map(({ title }) => title);

test('severities come worst first, an unknown one before none', () => {
  expect(titles('severity')).toEqual(['critical', 'warning', 'info', 'urgent']);
});

test('states come by what they ask of people', () => {
  expect(titles('state')).toEqual(['firing', 'inhibited']);
});

test('groups of models come by their worst alert', () => {
  expect(titles('model_id')).toEqual(['b', 'a', 'no model']);
});

test('within a group the newest of the same urgency comes first', () => {
  const older = alert({ labels: { alertname: 'C', severity: 'critical', pod: '1' }, startsAt: new Date(1_000) });
  const newer = alert({ labels: { alertname: 'C', severity: 'critical', pod: '2' }, startsAt: new Date(2_000) });
  expect(groupAlerts([older, newer], 'alertname')[0]?.alerts).toEqual([newer, older]);
});

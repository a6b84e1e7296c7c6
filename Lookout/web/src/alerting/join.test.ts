import { expect, test } from 'vitest';
import { joinAlerts } from './join';
import { groupOf, rule, ruleAlert, told } from './testing';

const labels = { alertname: 'Down', severity: 'critical' };
const nothingMuted = new Map<string, readonly string[]>();

test('an alert that both know is listed once, with the rule of one and the receivers of the other', () => {
  const alerts = joinAlerts([groupOf(rule('Down', [ruleAlert(labels)]))], { alerts: [told('f1', labels)], muted: nothingMuted });
  expect(alerts).toHaveLength(1);
  expect(alerts[0]).toMatchObject({ state: 'firing', receivers: ['team'], inPrometheus: true, inAlertmanager: true, rule: { name: 'Down' } });
});

test('labels that Prometheus adds for everybody outside do not make another alert', () => {
  const outside = { ...labels, cluster: 'west' };
  const alerts = joinAlerts([groupOf(rule('Down', [ruleAlert(labels)]))], { alerts: [told('f1', outside)], muted: nothingMuted });
  expect(alerts.map((alert) => alert.labels)).toEqual([outside]);
});

test('of two that have all its labels, the one with the fewest others is the same alert', () => {
  const [near, far] = [
    { ...labels, cluster: 'west' },
    { ...labels, cluster: 'west', pod: 'a' },
  ];
  const alerts = joinAlerts([groupOf(rule('Down', [ruleAlert(labels)]))], { alerts: [told('far', far), told('near', near)], muted: nothingMuted });
  expect(alerts.map((alert) => [alert.labels, alert.inPrometheus])).toEqual([
    [near, true],
    [far, false],
  ]);
});

test('two alerts of one rule are each joined with their own', () => {
  const [a, b] = [
    { ...labels, pod: 'a' },
    { ...labels, pod: 'b' },
  ];
  const alerts = joinAlerts([groupOf(rule('Down', [ruleAlert(a), ruleAlert(b)]))], {
    alerts: [told('fb', b, { silencedBy: ['s'] }), told('fa', a)],
    muted: nothingMuted,
  });
  expect(alerts.map((alert) => [alert.labels['pod'], alert.state])).toEqual([
    ['a', 'firing'],
    ['b', 'silenced'],
  ]);
});

test('a pending alert is pending, whatever Alertmanager knows', () => {
  const alerts = joinAlerts([groupOf(rule('Down', [ruleAlert(labels, 'pending')]))], { alerts: [], muted: nothingMuted });
  expect(alerts[0]).toMatchObject({ state: 'pending', inAlertmanager: false });
});

test('an alert that only Alertmanager knows is listed, with the rule that would raise it', () => {
  const alerts = joinAlerts([groupOf(rule('Up', []), rule('Down', [], { severity: 'critical' }))], { alerts: [told('f1', labels)], muted: nothingMuted });
  expect(alerts[0]).toMatchObject({ inPrometheus: false, inAlertmanager: true, rule: { name: 'Down' } });
});

test('of two rules of one name the one with the alert’s labels is its own', () => {
  const rules = groupOf(rule('Down', [], { severity: 'warning' }), rule('Down', [], { severity: 'critical' }));
  const [alert] = joinAlerts([rules], { alerts: [told('f1', labels)], muted: nothingMuted });
  expect(alert?.rule?.labels).toEqual({ severity: 'critical' });
});

test('an inhibited alert names the alert that inhibits it by the id it has in the list', () => {
  const warning = { alertname: 'Slow', severity: 'warning' };
  const alerts = joinAlerts([], { alerts: [told('f1', labels), told('f2', warning, { inhibitedBy: ['f1'] })], muted: nothingMuted });
  expect(alerts[1]).toMatchObject({ state: 'inhibited', inhibitedBy: [alerts[0]?.id] });
});

test('an alert that is silenced and inhibited counts as silenced', () => {
  const [alert] = joinAlerts([], { alerts: [told('f1', labels, { silencedBy: ['s'], inhibitedBy: ['f9'] })], muted: nothingMuted });
  expect(alert?.state).toBe('silenced');
});

test('an alert in a maintenance window fires and says what mutes it', () => {
  const [alert] = joinAlerts([], { alerts: [told('f1', labels)], muted: new Map([['f1', ['maintenance']]]) });
  expect(alert).toMatchObject({ state: 'firing', mutedBy: ['maintenance'] });
});

test('without Alertmanager what Prometheus says is shown', () => {
  const [alert] = joinAlerts([groupOf(rule('Down', [ruleAlert(labels)]))], undefined);
  expect(alert).toMatchObject({ state: 'firing', inAlertmanager: false, receivers: [] });
});

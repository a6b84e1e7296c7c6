import type { AlertmanagerAlert, Labels } from '../alertmanager/types';
import type { Alert } from './alert';
import type { AlertRule, RuleAlert, RuleGroup } from './rules';

// What tests make of few words; nothing else uses it.

export function ruleAlert(labels: Labels, state: RuleAlert['state'] = 'firing'): RuleAlert {
  return { labels, annotations: {}, state, activeAt: '2026-01-01T00:00:00Z', value: '1e+00' };
}

export function rule(name: string, alerts: readonly RuleAlert[], labels: Labels = {}): AlertRule {
  const state = alerts.length === 0 ? 'inactive' : 'firing';
  return {
    name,
    query: 'vector(1)',
    state,
    duration: 60,
    labels,
    annotations: {},
    alerts,
    health: 'ok',
    lastEvaluation: '2026-01-01T00:00:00Z',
    evaluationTime: 0.001,
  };
}

export function groupOf(...rules: readonly AlertRule[]): RuleGroup {
  return { name: 'group', file: 'rules.yml', interval: 15, rules };
}

export function told(fingerprint: string, labels: Labels, status: Partial<AlertmanagerAlert['status']> = {}): AlertmanagerAlert {
  return {
    fingerprint,
    labels,
    annotations: {},
    startsAt: '2026-01-01T00:01:00Z',
    endsAt: '2026-01-01T00:10:00Z',
    receivers: [{ name: 'team' }],
    status: { state: 'active', silencedBy: [], inhibitedBy: [], ...status },
  };
}

export function alert(changes: Partial<Alert> & { readonly labels: Labels }): Alert {
  return {
    id: JSON.stringify(changes.labels),
    name: changes.labels['alertname'] ?? '',
    state: 'firing',
    annotations: {},
    receivers: [],
    silencedBy: [],
    inhibitedBy: [],
    mutedBy: [],
    inPrometheus: true,
    inAlertmanager: true,
    ...changes,
  };
}

import type { AlertmanagerAlert } from '../alertmanager/types';
import type { Alert, AlertState } from './alert';
import { identityOf } from './identity';
import { contains, labelsKey } from './labels';
import type { AlertRule, RuleAlert, RuleGroup } from './rules';

/** What Alertmanager says; undefined where it does not answer or is not connected. */
export interface Told {
  readonly alerts: readonly AlertmanagerAlert[];
  readonly muted: ReadonlyMap<string, readonly string[]>;
}

/** One list of what Prometheus evaluates and what Alertmanager was told, each alert once. */
export function joinAlerts(groups: readonly RuleGroup[], told: Told | undefined): Alert[] {
  const rules = groups.flatMap((group) => group.rules);
  const untaken = new Map((told?.alerts ?? []).map((alert) => [alert.fingerprint, alert]));
  const exact = new Map((told?.alerts ?? []).map((alert) => [labelsKey(alert.labels), alert]));

  const ofPrometheus = rules.flatMap((rule) =>
    rule.alerts.map((alert): Alert => {
      const match = alert.state === 'firing' ? (exact.get(labelsKey(alert.labels)) ?? withMoreLabels(untaken.values(), alert)) : undefined;
      if (match === undefined) return untold(rule, alert);
      untaken.delete(match.fingerprint);
      return { ...known(match, told), activeAt: new Date(alert.activeAt), rule, inPrometheus: true };
    }),
  );
  const ofAlertmanager = [...untaken.values()].map((alert): Alert => {
    const rule = rules.find((candidate) => candidate.name === alert.labels['alertname'] && contains(alert.labels, candidate.labels));
    return { ...known(alert, told), ...(rule && { rule }) };
  });
  return [...ofPrometheus, ...ofAlertmanager];
}

/** Prometheus adds its external labels to what it tells: the alert with all labels of this one and the fewest others. */
function withMoreLabels(candidates: Iterable<AlertmanagerAlert>, alert: RuleAlert): AlertmanagerAlert | undefined {
  const size = (candidate: AlertmanagerAlert): number => Object.keys(candidate.labels).length;
  return [...candidates]
    .filter((candidate) => candidate.labels['alertname'] === alert.labels['alertname'] && contains(candidate.labels, alert.labels))
    .sort((a, b) => size(a) - size(b))[0];
}

function untold(rule: AlertRule, alert: RuleAlert): Alert {
  return {
    id: identityOf(alert.labels),
    name: rule.name,
    state: alert.state,
    labels: alert.labels,
    annotations: alert.annotations,
    activeAt: new Date(alert.activeAt),
    rule,
    receivers: [],
    silencedBy: [],
    inhibitedBy: [],
    mutedBy: [],
    inPrometheus: true,
    inAlertmanager: false,
  };
}

function known(alert: AlertmanagerAlert, told: Told | undefined): Alert {
  const { silencedBy, inhibitedBy } = alert.status;
  // Silenced wins: somebody decided it, and it outlasts what inhibits.
  const state: AlertState = silencedBy.length > 0 ? 'silenced' : inhibitedBy.length > 0 ? 'inhibited' : 'firing';
  const nameOf = (fingerprint: string): string => {
    const other = told?.alerts.find((candidate) => candidate.fingerprint === fingerprint);
    return other === undefined ? fingerprint : identityOf(other.labels);
  };
  return {
    id: identityOf(alert.labels),
    name: alert.labels['alertname'] ?? '(no name)',
    state,
    labels: alert.labels,
    annotations: alert.annotations,
    startsAt: new Date(alert.startsAt),
    ...(alert.generatorURL !== undefined && alert.generatorURL !== '' && { generatorUrl: alert.generatorURL }),
    receivers: alert.receivers.map(({ name }) => name),
    silencedBy,
    inhibitedBy: inhibitedBy.map(nameOf),
    mutedBy: told?.muted.get(alert.fingerprint) ?? [],
    inPrometheus: false,
    inAlertmanager: true,
  };
}

import { groupBy } from '../collections/groupBy';
import { alertStates, severityOf, severityRank, sinceOf, type Alert } from './alert';

export type Grouping = 'severity' | 'state' | 'service' | 'model_id' | 'alertname';

export const groupings: readonly (readonly [Grouping, string])[] = [
  ['severity', 'Severity'],
  ['state', 'State'],
  ['service', 'Service'],
  ['model_id', 'Model'],
  ['alertname', 'Alert'],
];

export interface AlertGroup {
  readonly title: string;
  readonly alerts: readonly Alert[];
}

/** The alerts in groups: the group with the worst first, and in each the worst first, then the newest. */
export function groupAlerts(alerts: readonly Alert[], by: Grouping): AlertGroup[] {
  const groups = groupBy([...alerts].sort(byUrgency), (alert) => titleOf(alert, by));
  return [...groups].map(([title, members]) => ({ title, alerts: members })).sort((a, b) => rankOf(a, by) - rankOf(b, by));
}

function titleOf(alert: Alert, by: Grouping): string {
  switch (by) {
    case 'severity':
      return severityOf(alert.labels);
    case 'state':
      return alert.state;
    case 'alertname':
      return alert.name;
    case 'model_id':
      return alert.labels['model_id'] ?? 'no model';
    case 'service':
      return alert.labels['service'] ?? 'no service';
  }
}

/** Groups of severities and states have an order of their own; any other is as urgent as its first alert. */
function rankOf({ title, alerts }: AlertGroup, by: Grouping): number {
  if (by === 'severity') return severityRank(title);
  const state = alerts[0] === undefined ? alertStates.length : alertStates.indexOf(alerts[0].state);
  return by === 'state' || alerts[0] === undefined ? state : severityRank(severityOf(alerts[0].labels)) * alertStates.length + state;
}

function byUrgency(a: Alert, b: Alert): number {
  return (
    severityRank(severityOf(a.labels)) - severityRank(severityOf(b.labels)) ||
    alertStates.indexOf(a.state) - alertStates.indexOf(b.state) ||
    (sinceOf(b)?.getTime() ?? 0) - (sinceOf(a)?.getTime() ?? 0) ||
    a.id.localeCompare(b.id)
  );
}

import { severityOf, type Alert, type AlertState } from './alert';

/** What the reader asks to see; an empty word asks for everything. */
export interface AlertFilter {
  readonly states: ReadonlySet<AlertState>;
  readonly severity: string;
  readonly service: string;
  readonly model: string;
  readonly text: string;
}

export function passes(alert: Alert, filter: AlertFilter): boolean {
  return (
    (filter.states.size === 0 || filter.states.has(alert.state)) &&
    (filter.severity === '' || severityOf(alert.labels) === filter.severity) &&
    (filter.service === '' || alert.labels['service'] === filter.service) &&
    (filter.model === '' || alert.labels['model_id'] === filter.model) &&
    words(filter.text).every((word) => textOf(alert).includes(word))
  );
}

/** The values that a label has among the alerts, for the reader to choose from. */
export function valuesOf(alerts: readonly Alert[], label: string): string[] {
  const values = alerts.map((alert) => (label === 'severity' ? severityOf(alert.labels) : alert.labels[label])).filter((value) => value !== undefined);
  return [...new Set(values)].sort();
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function textOf({ name, labels, annotations, receivers }: Alert): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
  return [name, ...pairs, annotations['summary'], annotations['description'], ...receivers].join('\n').toLowerCase();
}

import type { Labels } from '../alertmanager/types';
import type { AlertRule } from './rules';

export type AlertState = 'firing' | 'pending' | 'inhibited' | 'silenced';

export const alertStates: readonly AlertState[] = ['firing', 'pending', 'inhibited', 'silenced'];

/** One alert, of what Prometheus and Alertmanager each know of it. */
export interface Alert {
  /** The same for the same alert as long as it lasts. */
  readonly id: string;
  readonly name: string;
  readonly state: AlertState;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Since when its condition holds, as Prometheus says. */
  readonly activeAt?: Date;
  /** Since when it fires, as Alertmanager says. */
  readonly startsAt?: Date;
  readonly rule?: AlertRule;
  readonly generatorUrl?: string;
  readonly receivers: readonly string[];
  readonly silencedBy: readonly string[];
  /** The alerts that inhibit it: their ids, or Alertmanager's fingerprints of those that are gone. */
  readonly inhibitedBy: readonly string[];
  readonly mutedBy: readonly string[];
  readonly inPrometheus: boolean;
  readonly inAlertmanager: boolean;
}

const severities = ['critical', 'warning', 'info', 'none'];

export function severityOf(labels: Labels): string {
  return labels['severity'] ?? 'none';
}

/** The order of a severity, worst first; one that nobody knows comes before `none`. */
export function severityRank(severity: string): number {
  const rank = severities.indexOf(severity);
  return rank === -1 ? severities.length - 1.5 : rank;
}

/** Since when it is in its state, as far as anybody says. */
export function sinceOf(alert: Alert): Date | undefined {
  return alert.state === 'pending' ? alert.activeAt : (alert.startsAt ?? alert.activeAt);
}

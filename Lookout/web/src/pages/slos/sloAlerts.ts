import type { Alert, AlertState } from '../../alerting/alert';
import type { AlertNews } from '../../alerting/feed';
import type { Slo } from '../../slo/slos';

/** An alert that guards an objective, and whether it is active. */
export interface SloAlert {
  readonly name: string;
  readonly severity: string;
  readonly state: AlertState | 'inactive';
  readonly alertId: string;
}

/** The alerting rules of an objective: one entry for each active alert, and one for each rule that raises none. */
export function sloAlerts(slo: Slo, news: AlertNews): SloAlert[] {
  const rules = news.groups.flatMap(({ rules: all }) => all).filter(({ labels }) => labels['sloth_slo'] === slo.name || labels['slo'] === slo.name);
  return rules.flatMap((rule): SloAlert[] => {
    const severity = rule.labels['severity'] ?? 'none';
    const active = news.alerts.filter((alert) => alert.rule === rule && concerns(alert, slo));
    if (active.length === 0) return [{ name: rule.name, severity, state: 'inactive', alertId: '' }];
    return active.map(({ id, state }) => ({ name: rule.name, severity, state, alertId: id }));
  });
}

function concerns(alert: Alert, slo: Slo): boolean {
  return slo.model === undefined || alert.labels['model_id'] === slo.model;
}

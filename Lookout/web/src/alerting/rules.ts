import type { Labels } from '../alertmanager/types';
import { getJson } from '../http/request';

// Prometheus' rules, as far as the page reads them.

export interface RuleAlert {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly state: 'pending' | 'firing';
  readonly activeAt: string;
  readonly value: string;
}

export interface AlertRule {
  readonly name: string;
  readonly query: string;
  readonly state: 'inactive' | 'pending' | 'firing' | 'unknown';
  /** Seconds for which its condition must hold. */
  readonly duration: number;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly alerts: readonly RuleAlert[];
  readonly health: 'ok' | 'err' | 'unknown';
  readonly lastError?: string;
  readonly lastEvaluation: string;
  readonly evaluationTime: number;
}

export interface RuleGroup {
  readonly name: string;
  readonly file: string;
  readonly interval: number;
  readonly rules: readonly AlertRule[];
}

export async function getRuleGroups(signal: AbortSignal): Promise<RuleGroup[]> {
  const answer = await getJson<{ data: { groups: RuleGroup[] } }>('/api/prometheus/api/v1/rules?type=alert', signal);
  return answer.data.groups;
}

import { getAlerts, getMuted, getSilences } from '../alertmanager/client';
import type { Silence } from '../alertmanager/types';
import { failureText } from '../http/problem';
import { settings } from '../shell/settings';
import type { Alert } from './alert';
import { joinAlerts } from './join';
import { getRuleGroups, type RuleGroup } from './rules';

/** All that is known of alerts at one time, and whose word is missing. */
export interface AlertNews {
  readonly groups: readonly RuleGroup[];
  readonly alerts: readonly Alert[];
  readonly silences: readonly Silence[];
  readonly alertmanager: 'ok' | 'off' | 'down';
  readonly troubles: readonly string[];
}

/** Asks Prometheus and Alertmanager; one that does not answer leaves what the other says. */
export async function getNews(signal: AbortSignal): Promise<AlertNews> {
  const connected = (await settings().catch(() => undefined))?.alertmanager ?? true;
  const [groups, told] = await Promise.allSettled([getRuleGroups(signal), connected ? getTold(signal) : Promise.resolve(undefined)]);
  signal.throwIfAborted();
  const troubles = [
    ...(groups.status === 'rejected' ? [`Rules and pending alerts are missing. ${failureText(groups.reason) ?? ''}`] : []),
    ...(told.status === 'rejected' ? [`Who is told, silences and inhibition are missing. ${failureText(told.reason) ?? ''}`] : []),
  ];
  const rules = groups.status === 'fulfilled' ? groups.value : [];
  const words = told.status === 'fulfilled' ? told.value : undefined;
  return {
    groups: rules,
    alerts: joinAlerts(rules, words),
    silences: words?.silences ?? [],
    alertmanager: words !== undefined ? 'ok' : connected ? 'down' : 'off',
    troubles,
  };
}

async function getTold(signal: AbortSignal) {
  const [alerts, muted, silences] = await Promise.all([getAlerts(signal), getMuted(signal), getSilences(signal)]);
  return { alerts, muted, silences };
}

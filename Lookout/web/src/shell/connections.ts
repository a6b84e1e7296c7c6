import { failureText } from '../http/problem';
import { poll } from '../http/poll';
import { getJson } from '../http/request';
import { settings } from './settings';

/** Something that Lookout asks, and whether it answers. `off` is not connected by choice. */
export interface Connection {
  readonly name: 'Prometheus' | 'Alertmanager' | 'Graph';
  readonly state: 'asking' | 'ok' | 'down' | 'off';
  readonly detail: string;
}

export interface ConnectionReport {
  readonly connections: readonly Connection[];
  /** How many alerts fire that somebody should see, but for those silenced and inhibited where Alertmanager says so. */
  readonly firing: number | undefined;
}

interface FiringAlert {
  readonly state?: string;
  readonly labels: Readonly<Record<string, string>>;
}

const interval = 10_000;
const activeAlerts = '/api/alertmanager/api/v2/alerts?active=true&silenced=false&inhibited=false';

/** Asks each of them now and again whether it answers. */
export function watchConnections(report: (report: ConnectionReport) => void, signal: AbortSignal): void {
  void poll(async () => report(await ask(signal)), interval, signal);
}

async function ask(signal: AbortSignal): Promise<ConnectionReport> {
  // Where the settings cannot be read Lookout itself does not answer: each connection then says so.
  const known = await settings().catch(() => undefined);
  let evaluated: number | undefined;
  let told: number | undefined;
  const connections = await Promise.all([
    probe('Prometheus', true, async () => {
      const answer = await getJson<{ data: { alerts: FiringAlert[] } }>('/api/prometheus/api/v1/alerts', signal);
      evaluated = firingOf(answer.data.alerts);
    }),
    probe('Alertmanager', known?.alertmanager ?? true, async () => {
      told = firingOf(await getJson<FiringAlert[]>(activeAlerts, signal));
    }),
    probe('Graph', known?.graph ?? true, () => getJson('/api/graph/resources', signal)),
  ]);
  return { connections, firing: told ?? evaluated };
}

/** Alerts of severity `none` are heartbeats that always fire: nobody need see them. Prometheus lists the pending among the others. */
export function firingOf(alerts: readonly FiringAlert[]): number {
  return alerts.filter((alert) => alert.labels['severity'] !== 'none' && alert.state !== 'pending').length;
}

async function probe(name: Connection['name'], connected: boolean, request: () => Promise<unknown>): Promise<Connection> {
  if (!connected) return { name, state: 'off', detail: `Lookout was started without ${name}.` };
  try {
    await request();
    return { name, state: 'ok', detail: `${name} answers.` };
  } catch (failure) {
    const detail = failureText(failure);
    return detail === undefined ? { name, state: 'asking', detail: '' } : { name, state: 'down', detail };
  }
}

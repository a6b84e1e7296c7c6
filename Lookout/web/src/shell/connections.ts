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
  /** How many alerts fire that somebody should see; undefined where Alertmanager does not answer. */
  readonly firing: number | undefined;
}

interface FiringAlert {
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
  let firing: number | undefined;
  const connections = await Promise.all([
    probe('Prometheus', true, () => getJson('/api/prometheus/api/v1/status/buildinfo', signal)),
    probe('Alertmanager', known?.alertmanager ?? true, async () => {
      firing = firingOf(await getJson<FiringAlert[]>(activeAlerts, signal));
    }),
    probe('Graph', known?.graph ?? true, () => getJson('/api/graph/resources', signal)),
  ]);
  return { connections, firing };
}

/** Alerts of severity `none` are heartbeats that always fire: nobody need see them. */
export function firingOf(alerts: readonly FiringAlert[]): number {
  return alerts.filter((alert) => alert.labels['severity'] !== 'none').length;
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

/** A resource as the graph endpoint tells of it. What a graph does not say is missing. */
export interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly state: string;
  readonly health: string | null;
  readonly urls: Readonly<Record<string, string>>;
  readonly pid?: number | null;
  readonly startSeconds?: number | null;
  readonly startedAt?: string | null;
  readonly stoppedAt?: string | null;
  readonly exitCode?: number | null;
  readonly healthReports?: readonly HealthReport[];
  readonly commands?: readonly { readonly name: string; readonly displayName: string; readonly state: string }[];
  readonly relationships?: readonly Relationship[];
  readonly links?: readonly { readonly name: string; readonly url: string }[];
}

export interface HealthReport {
  readonly name: string;
  readonly status: string | null;
  readonly description?: string | null;
}

export interface Relationship {
  readonly resource: string;
  readonly type: string;
}

export type Condition = 'healthy' | 'starting' | 'unhealthy' | 'stopped' | 'failed' | 'unknown';

const ended = ['Exited', 'Finished', 'FailedToStart', 'RuntimeUnhealthy'];

/** How a resource is, of its state and health together. */
export function conditionOf({ state, health, exitCode }: Resource): Condition {
  if (state === 'FailedToStart' || state === 'RuntimeUnhealthy' || (ended.includes(state) && (exitCode ?? 0) !== 0)) return 'failed';
  if (ended.includes(state) || state === 'Stopping' || state === 'NotStarted') return 'stopped';
  if (state === 'Starting' || state === 'Waiting') return 'starting';
  if (state !== 'Running') return 'unknown';
  if (health === 'Unhealthy' || health === 'Degraded') return 'unhealthy';
  return 'healthy';
}

/** The words of the checks that fail. */
export function failingChecks({ healthReports }: Resource): HealthReport[] {
  return (healthReports ?? []).filter(({ status }) => status !== 'Healthy' && status !== null);
}

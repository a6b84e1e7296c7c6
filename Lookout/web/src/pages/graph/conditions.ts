import type { Tone } from '../../dom/notice';
import type { IconName } from '../../dom/icons';
import { conditionOf, type Condition, type Resource } from '../../graph/resources';

const looks: Readonly<Record<Condition, readonly [Tone, IconName]>> = {
  healthy: ['ok', 'ok'],
  starting: ['info', 'clock'],
  unhealthy: ['warn', 'warn'],
  failed: ['crit', 'crit'],
  stopped: ['quiet', 'stop'],
  unknown: ['quiet', 'info'],
};

export function lookOf(resource: Resource): readonly [Tone, IconName] {
  return looks[conditionOf(resource)];
}

/** State, health and exit code in a few words: `Healthy`, `Running, Unhealthy`, `Exited (137)`. */
export function stateText({ state, health, exitCode }: Resource): string {
  if (exitCode !== undefined && exitCode !== null && state !== 'Running') return `${state} (${exitCode})`;
  if (state !== 'Running' || health === null) return state;
  return health === 'Healthy' ? health : `${state}, ${health}`;
}

/** What browser tests and styles know of a resource. */
export function resourceData(resource: Resource): Readonly<Record<string, string>> {
  return { 'data-resource': resource.name, 'data-resource-state': resource.state, 'data-resource-health': resource.health ?? '' };
}

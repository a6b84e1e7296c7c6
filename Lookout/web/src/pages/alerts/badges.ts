import type { AlertState } from '../../alerting/alert';
import { badge, type Tone } from '../../dom/notice';
import type { IconName } from '../../dom/icons';

const severityTones: Readonly<Record<string, Tone>> = { critical: 'crit', warning: 'warn', info: 'info' };
const stateLooks: Readonly<Record<AlertState, readonly [Tone, IconName]>> = {
  firing: ['crit', 'alerts'],
  pending: ['warn', 'clock'],
  inhibited: ['quiet', 'quiet'],
  silenced: ['quiet', 'mute'],
};

export function severityTone(severity: string): Tone {
  return severityTones[severity] ?? 'quiet';
}

export function severityBadge(severity: string): HTMLElement {
  return badge(severityTone(severity), severity);
}

/** What fires is as loud as its severity; what nobody is told of is quiet. */
export function stateBadge(state: AlertState, severity: string): HTMLElement {
  const [tone, sign] = stateLooks[state];
  return badge(state === 'firing' ? severityTone(severity) : tone, state, sign);
}

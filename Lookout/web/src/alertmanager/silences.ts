import { matcherOf } from './matchers';
import type { Labels, Matcher, NewSilence, Silence } from './types';

/** How long a silence may be asked for with one press. */
export const quickDurations = ['30m', '1h', '2h', '4h', '8h', '1d', '3d', '7d'] as const;

/** Matchers that match an alert with these labels and none that differs in one of them. */
export function matchersOf(labels: Labels): Matcher[] {
  return Object.entries(labels)
    .sort(([a], [b]) => Number(b === 'alertname') - Number(a === 'alertname') || a.localeCompare(b))
    .map(([name, value]) => matcherOf(name, '=', value));
}

export interface SilenceDraft {
  readonly matchers: readonly Matcher[];
  readonly endsAt: Date;
  readonly createdBy: string;
  readonly comment: string;
}

/** What is still missing of a silence; undefined when Alertmanager may be asked. What the matchers are worth is for Alertmanager to say. */
export function missingOf(draft: SilenceDraft, now: Date): string | undefined {
  if (draft.matchers.length === 0) return 'A silence needs at least one matcher.';
  if (draft.matchers.some((matcher) => matcher.name.trim() === '')) return 'Each matcher needs the name of a label.';
  if (!(draft.endsAt > now)) return 'The end must lie in the future.';
  if (draft.comment.trim() === '') return 'Say why, for whoever wonders why nobody was told.';
  if (draft.createdBy.trim() === '') return 'Say who you are, so that people can ask.';
  return undefined;
}

export function newSilence(draft: SilenceDraft, now: Date): NewSilence {
  return {
    matchers: draft.matchers,
    startsAt: now.toISOString(),
    endsAt: draft.endsAt.toISOString(),
    createdBy: draft.createdBy.trim(),
    comment: draft.comment.trim(),
  };
}

const stateOrder = { active: 0, pending: 1, expired: 2 } as const;

/** The active first, then the pending, then the expired; those that end soonest before, but of the expired the latest. */
export function inOrder(silences: readonly Silence[]): Silence[] {
  return [...silences].sort((a, b) => {
    const byState = stateOrder[a.status.state] - stateOrder[b.status.state];
    if (byState !== 0) return byState;
    const byEnd = Date.parse(a.endsAt) - Date.parse(b.endsAt);
    return a.status.state === 'expired' ? -byEnd : byEnd;
  });
}

import type { Labels } from '../alertmanager/types';

/** The same text for the same set of labels. */
export function labelsKey(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether every label of `part` is in `whole` with the same value. */
export function contains(whole: Labels, part: Labels): boolean {
  return Object.entries(part).every(([name, value]) => (whole[name] ?? '') === value);
}

/** A dashboard as Lookout lists it. */
export interface DashboardEntry {
  readonly uid: string;
  readonly title: string;
  readonly description?: string;
  readonly tags: readonly string[];
  /** Why its file cannot be shown. */
  readonly error?: string;
}

/** Those that have the tag, and every word in their title, description or tags. */
export function foundIn(entries: readonly DashboardEntry[], text: string, tag: string): DashboardEntry[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return entries.filter((entry) => {
    const said = [entry.title, entry.description, ...entry.tags].join('\n').toLowerCase();
    return (tag === '' || entry.tags.includes(tag)) && words.every((word) => said.includes(word));
  });
}

/** The tags that tell dashboards apart: one that all of them have is no choice. */
export function tagsOf(entries: readonly DashboardEntry[]): string[] {
  const whole = entries.filter(({ error }) => error === undefined);
  const tags = new Set(whole.flatMap((entry) => entry.tags));
  return [...tags].filter((tag) => !whole.every((entry) => entry.tags.includes(tag))).sort();
}

import type { RawRange } from '../time/range';
import type { Choices } from './variables';

/** What the address says of a dashboard, as Grafana writes it. */
export interface UrlState {
  readonly range: RawRange | undefined;
  readonly refresh: string | undefined;
  readonly viewPanel: string | undefined;
  readonly choices: Choices;
}

/** Reads a query string. */
export function readUrl(search: string): UrlState {
  const query = new URLSearchParams(search);
  const from = query.get('from');
  const choices: Record<string, string[]> = {};
  for (const [key, value] of query) {
    if (key.startsWith('var-')) (choices[key.slice(4)] ??= []).push(value);
  }
  return {
    range: from === null ? undefined : { from, to: query.get('to') ?? 'now' },
    refresh: query.get('refresh') ?? undefined,
    viewPanel: query.get('viewPanel') ?? undefined,
    choices,
  };
}

/** Writes a query string, with its `?` when there is anything to say. */
export function writeUrl(state: UrlState): string {
  const query = new URLSearchParams();
  if (state.range) {
    query.set('from', state.range.from);
    query.set('to', state.range.to);
  }
  for (const [name, values] of Object.entries(state.choices)) for (const value of values) query.append(`var-${name}`, value);
  if (state.refresh !== undefined) query.set('refresh', state.refresh);
  if (state.viewPanel !== undefined) query.set('viewPanel', state.viewPanel);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

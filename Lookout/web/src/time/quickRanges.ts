import { formatDateTime } from './dateTime';
import type { RawRange } from './range';

/** A range with the name that people know it by. */
export interface QuickRange extends RawRange {
  readonly name: string;
}

/** Grafana's quick ranges, those of a running system first. */
export const quickRanges: readonly QuickRange[] = [
  { name: 'Last 5 minutes', from: 'now-5m', to: 'now' },
  { name: 'Last 15 minutes', from: 'now-15m', to: 'now' },
  { name: 'Last 30 minutes', from: 'now-30m', to: 'now' },
  { name: 'Last 1 hour', from: 'now-1h', to: 'now' },
  { name: 'Last 3 hours', from: 'now-3h', to: 'now' },
  { name: 'Last 6 hours', from: 'now-6h', to: 'now' },
  { name: 'Last 12 hours', from: 'now-12h', to: 'now' },
  { name: 'Last 24 hours', from: 'now-24h', to: 'now' },
  { name: 'Last 2 days', from: 'now-2d', to: 'now' },
  { name: 'Last 7 days', from: 'now-7d', to: 'now' },
  { name: 'Last 30 days', from: 'now-30d', to: 'now' },
  { name: 'Today', from: 'now/d', to: 'now/d' },
  { name: 'Today so far', from: 'now/d', to: 'now' },
  { name: 'Yesterday', from: 'now-1d/d', to: 'now-1d/d' },
  { name: 'This week so far', from: 'now/w', to: 'now' },
];

/** What a range is called: a quick range's name, `Last …` for others that end now, or both ends. */
export function describeRange(raw: RawRange): string {
  const quick = quickRanges.find((range) => range.from === raw.from && range.to === raw.to);
  if (quick) return quick.name;
  const last = /^now-(\d+)([smhdwMy])$/.exec(raw.from);
  if (last && raw.to === 'now') {
    const unit = { s: 'second', m: 'minute', h: 'hour', d: 'day', w: 'week', M: 'month', y: 'year' }[last[2] as 's'];
    return `Last ${last[1]} ${unit}${last[1] === '1' ? '' : 's'}`;
  }
  return `${describeEnd(raw.from)} to ${describeEnd(raw.to)}`;
}

function describeEnd(text: string): string {
  return /^\d{9,}$/.test(text) ? formatDateTime(Number(text)) : text;
}

import { toFixed, type Formatted } from './numbers';

type Step = readonly [below: number, divisor: number, suffix: string];

/** Seconds in the unit that fits them: `1.5 ms`, `12 s`, `2.3 hours`. */
export function seconds(value: number, decimals?: number | null): Formatted {
  if (value === 0) return { text: '0', suffix: ' s' };
  return stepped(value, decimals, [
    [1e-6, 1e-9, ' ns'],
    [1e-3, 1e-6, ' µs'],
    [1, 1e-3, ' ms'],
    [60, 1, ' s'],
    [3600, 60, ' min'],
    [86400, 3600, ' hour'],
    [604800, 86400, ' day'],
    [31536000, 604800, ' week'],
    [Infinity, 31556900, ' year'],
  ]);
}

/** Milliseconds in the unit that fits them. */
export function milliseconds(value: number, decimals?: number | null): Formatted {
  return stepped(value, decimals, [
    [1000, 1, ' ms'],
    [60000, 1000, ' s'],
    [3600000, 60000, ' min'],
    [86400000, 3600000, ' hour'],
    [31536000000, 86400000, ' day'],
    [Infinity, 31536000000, ' year'],
  ]);
}

const countable = new Set([' min', ' hour', ' day', ' week', ' year']);

function stepped(value: number, decimals: number | null | undefined, steps: readonly Step[]): Formatted {
  const size = Math.abs(value);
  const [, divisor, suffix] = steps.find(([below]) => size < below) ?? steps[steps.length - 1]!;
  const inUnit = divisor < 1 ? value * Math.round(1 / divisor) : value / divisor;
  const plural = countable.has(suffix) && Math.abs(inUnit) > 1;
  return { text: toFixed(inUnit, decimals), suffix: plural ? `${suffix}s` : suffix };
}

const parts: readonly (readonly [unit: string, seconds: number])[] = [
  ['year', 31536000],
  ['month', 2592000],
  ['week', 604800],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
  ['millisecond', 0.001],
];

/** Seconds in words, the largest unit and as many after it as there are decimals: `2 hours, 5 minutes`. */
export function inWords(value: number, decimals?: number | null, unit = 'second'): Formatted {
  if (!Number.isFinite(value)) return { text: toFixed(value) };
  if (value === 0) return { text: '0', suffix: ` ${unit}s` };
  if (value < 0) {
    const later = inWords(-value, decimals, unit);
    return { ...later, suffix: `${later.suffix ?? ''} ago` };
  }
  let rest = value * 1000 * (parts.find(([name]) => name === unit)?.[1] ?? 1);
  let left = (decimals ?? 0) + 1;
  const words: string[] = [];
  for (const [name, size] of parts) {
    if (left <= 0) break;
    const count = Math.floor(rest / (size * 1000));
    if (count < 1 && words.length === 0) continue;
    words.push(`${count} ${name}${count === 1 ? '' : 's'}`);
    rest %= size * 1000;
    left--;
  }
  return { text: words.join(', ') };
}

/** Seconds as a clock shows them: `02:03:04`, hours without end. */
export function clock(value: number): Formatted {
  if (value < 0) return { text: clock(-value).text, suffix: ' ago' };
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  return { text: `${two(value / 3600)}:${two((value % 3600) / 60)}:${two(value % 60)}` };
}

/** Seconds as a clock with days in front: `1 d 02:03:04`. */
export function dayClock(value: number): Formatted {
  if (value < 0) return { text: dayClock(-value).text, suffix: ' ago' };
  const days = Math.floor(value / 86400);
  return { text: `${days > 0 ? `${days} d ` : ''}${clock(value - days * 86400).text}` };
}

/** How long ago, or how far ahead, an instant is: `5 minutes ago`, `in 2 hours`. */
export function fromNow(ms: number, now: number): string {
  const distance = Math.abs(now - ms) / 1000;
  const text = words(distance);
  return ms <= now ? `${text} ago` : `in ${text}`;
}

/** The thresholds and words are moment.js', which Grafana uses. */
function words(distance: number): string {
  const minutes = Math.round(distance / 60);
  const hours = Math.round(distance / 3600);
  const days = Math.round(distance / 86400);
  const months = Math.round(days / 30.4375);
  const years = Math.round(days / 365.25);
  if (Math.round(distance) < 45) return 'a few seconds';
  if (minutes <= 1) return 'a minute';
  if (minutes < 45) return `${minutes} minutes`;
  if (hours <= 1) return 'an hour';
  if (hours < 22) return `${hours} hours`;
  if (days <= 1) return 'a day';
  if (days < 26) return `${days} days`;
  if (months <= 1) return 'a month';
  if (months < 11) return `${months} months`;
  return years <= 1 ? 'a year' : `${years} years`;
}

/** A time range as the dashboard and the address write it: `now-1h`, `now/d`, epoch milliseconds, ISO 8601. */
export interface RawRange {
  readonly from: string;
  readonly to: string;
}

/** A range in epoch milliseconds, and how it was written. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
  readonly raw: RawRange;
}

type Unit = 's' | 'm' | 'h' | 'd' | 'w' | 'M' | 'Q' | 'y';

/** Resolves a range at a moment. An end before its start, or text that is no time, gives the range of the fallback. */
export function resolveRange(raw: RawRange, now: number, fallback: RawRange = { from: 'now-1h', to: 'now' }): TimeRange {
  const from = parseInstant(raw.from, now, false);
  const to = parseInstant(raw.to, now, true);
  if (from !== null && to !== null && from < to) return { from, to, raw };
  if (fallback === raw) return { from: now - 3600000, to: now, raw: { from: 'now-1h', to: 'now' } };
  return resolveRange(fallback, now, fallback);
}

/** True when the range moves with the clock. */
export function isRelative(raw: RawRange): boolean {
  return raw.from.includes('now') || raw.to.includes('now');
}

/** Epoch milliseconds of an instant in Grafana's date mathematics, or null. Rounding goes to the end of the unit when asked. */
export function parseInstant(text: string, now: number, roundUp: boolean): number | null {
  const trimmed = text.trim();
  if (/^\d{9,}$/.test(trimmed)) return Number(trimmed);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2}))?$/.exec(trimmed);
  if (compact) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = compact.slice(1).map((part) => Number(part ?? 0));
    return new Date(year, month - 1, day, hour, minute, second).getTime();
  }
  if (!trimmed.startsWith('now')) {
    const parsed = /^\d{4}-\d{2}-\d{2}/.test(trimmed) ? new Date(trimmed.replace(' ', 'T').replace(/^(\d{4}-\d{2}-\d{2})$/, '$1T00:00:00')).getTime() : NaN;
    return Number.isNaN(parsed) ? null : parsed;
  }
  return dateMath(trimmed.slice(3), new Date(now), roundUp);
}

function dateMath(expression: string, start: Date, roundUp: boolean): number | null {
  if (!/^([+-]\d*[smhdwMQy]|\/[smhdwMQy])*$/.test(expression)) return null;
  const time = new Date(start);
  for (const [, sign, count, unit] of expression.matchAll(/([+\-/])(\d*)([smhdwMQy])/g)) {
    if (sign === '/') round(time, unit as Unit, roundUp);
    else add(time, (sign === '-' ? -1 : 1) * (count === '' ? 1 : Number(count)), unit as Unit);
  }
  return time.getTime();
}

function add(time: Date, count: number, unit: Unit): void {
  switch (unit) {
    case 's':
      time.setTime(time.getTime() + count * 1000);
      break;
    case 'm':
      time.setTime(time.getTime() + count * 60000);
      break;
    case 'h':
      time.setTime(time.getTime() + count * 3600000);
      break;
    case 'd':
      time.setDate(time.getDate() + count);
      break;
    case 'w':
      time.setDate(time.getDate() + 7 * count);
      break;
    case 'M':
      addMonths(time, count);
      break;
    case 'Q':
      addMonths(time, 3 * count);
      break;
    case 'y':
      addMonths(time, 12 * count);
      break;
  }
}

/** The 31st less one month is the last day of a shorter month, not a day of the next. */
function addMonths(time: Date, count: number): void {
  const day = time.getDate();
  time.setDate(1);
  time.setMonth(time.getMonth() + count);
  time.setDate(Math.min(day, new Date(time.getFullYear(), time.getMonth() + 1, 0).getDate()));
}

function round(time: Date, unit: Unit, up: boolean): void {
  startOf(time, unit);
  if (!up) return;
  add(time, 1, unit);
  time.setTime(time.getTime() - 1);
}

function startOf(time: Date, unit: Unit): void {
  if (unit === 's') time.setMilliseconds(0);
  else if (unit === 'm') time.setSeconds(0, 0);
  else if (unit === 'h') time.setMinutes(0, 0, 0);
  else time.setHours(0, 0, 0, 0);
  if (unit === 'w') time.setDate(time.getDate() - time.getDay());
  else if (unit === 'M') time.setDate(1);
  else if (unit === 'Q') time.setMonth(Math.floor(time.getMonth() / 3) * 3, 1);
  else if (unit === 'y') time.setMonth(0, 1);
}

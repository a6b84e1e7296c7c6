const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-25 17:09:55`, in the browser's time zone. */
export function formatDateTime(ms: number): string {
  return `${formatDate(ms)} ${formatTime(ms)}`;
}

/** `2026-11-25`. */
export function formatDate(ms: number): string {
  const time = new Date(ms);
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** `17:09:55`, with milliseconds when asked. */
export function formatTime(ms: number, withMs = false): string {
  const time = new Date(ms);
  const text = `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
  return withMs ? `${text}.${String(time.getMilliseconds()).padStart(3, '0')}` : text;
}

/** The label of a time axis: as much of date and time as the range needs. */
export function formatTick(ms: number, rangeMs: number): string {
  const time = new Date(ms);
  if (rangeMs <= 5 * 60000) return formatTime(ms);
  if (rangeMs <= 24.5 * 3600000) return `${two(time.getHours())}:${two(time.getMinutes())}`;
  const day = `${two(time.getMonth() + 1)}/${two(time.getDate())}`;
  if (rangeMs <= 14 * 86400000) return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
  return rangeMs <= 366 * 86400000 ? day : `${time.getFullYear()}-${two(time.getMonth() + 1)}`;
}

/** Where a time axis carries ticks: on round local times, about as many as asked. */
export function timeTicks(from: number, to: number, about: number): number[] {
  const range = to - from;
  const wanted = range / Math.max(1, about);
  const step = tickSteps.find((candidate) => candidate >= wanted) ?? Math.ceil(wanted / 86400000) * 86400000;
  const offset = new Date(from).getTimezoneOffset() * 60000;
  const ticks: number[] = [];
  for (let at = Math.ceil((from - offset) / step) * step + offset; at <= to && ticks.length < 100; at += step) ticks.push(at);
  return ticks;
}

const tickSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800, 1209600, 2592000].map((s) => s * 1000);

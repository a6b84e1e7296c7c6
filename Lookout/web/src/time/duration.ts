const secondsOf: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86400, w: 604800, M: 2592000, y: 31536000 };

/** Milliseconds of a duration as Grafana and Prometheus write it (`15s`, `1h30m`, `500ms`; a bare number is seconds), or null. */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim().replace(/^>/, '');
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed) * 1000;
  if (!/^(\d+(ms|[smhdwMy]))+$/.test(trimmed)) return null;
  let total = 0;
  for (const [, count, unit] of trimmed.matchAll(/(\d+)(ms|[smhdwMy])/g)) total += Number(count) * (secondsOf[unit ?? ''] ?? 0) * 1000;
  return Math.round(total);
}

/** A duration in Prometheus' form, exact to the millisecond: `1m30s`, `8s`, `500ms`. */
export function promDuration(ms: number): string {
  let rest = Math.max(1, Math.round(ms));
  let text = '';
  for (const [unit, size] of [['d', 86400000], ['h', 3600000], ['m', 60000], ['s', 1000], ['ms', 1]] as const) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text;
}

/** A duration in its largest unit, the rest cut off, as Grafana writes `$__interval`. */
export function formatInterval(ms: number): string {
  for (const [unit, size] of [['y', 31536000000], ['d', 86400000], ['h', 3600000], ['m', 60000], ['s', 1000]] as const) {
    if (ms >= size) return `${Math.floor(ms / size)}${unit}`;
  }
  return `${Math.max(1, Math.floor(ms))}ms`;
}

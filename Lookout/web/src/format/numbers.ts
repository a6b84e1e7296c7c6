/** A number as text around which a unit puts a prefix or a suffix. */
export interface Formatted {
  readonly text: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** The decimals that Grafana chooses when none are set: about three significant digits, none for whole numbers. */
export function decimalsFor(value: number): number {
  const size = Math.abs(value);
  let decimals = -Math.floor(Math.log(size) / Math.LN10) + 1;
  if (size / 10 ** -decimals > 2.25) decimals++;
  if (value % 1 === 0) decimals = 0;
  return Math.max(0, decimals);
}

/** The number with fixed decimals, as Grafana rounds it. */
export function toFixed(value: number, decimals?: number | null): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '-∞';
  const places = Math.max(0, Math.min(decimals ?? (value === 0 ? 0 : decimalsFor(value)), 20));
  if (value === 0) return value.toFixed(places);
  const factor = 10 ** places;
  const text = String(Math.round(value * factor) / factor);
  if (text.includes('e')) return text;
  const point = text.indexOf('.');
  const precision = point === -1 ? 0 : text.length - point - 1;
  return precision >= places ? text : (precision > 0 ? text : `${text}.`) + '0'.repeat(places - precision);
}

/** Formats in steps of `factor`: the suffix of the step that the number reaches, and the number in it. */
export function scaled(factor: number, suffixes: readonly string[], offset = 0): (value: number, decimals?: number | null) => Formatted {
  return (value, decimals) => {
    if (!Number.isFinite(value)) return { text: toFixed(value) };
    const reached = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) / Math.log10(factor));
    const index = Math.min(Math.max(reached, -offset), suffixes.length - 1 - offset);
    const suffix = suffixes[index + offset];
    return { text: toFixed(value / factor ** index, decimals), ...(suffix ? { suffix } : {}) };
  };
}

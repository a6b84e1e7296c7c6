import { formatDateTime } from '../time/dateTime';
import { clock, dayClock, fromNow, inWords, milliseconds, seconds } from './durations';
import { scaled, toFixed, type Formatted } from './numbers';

/** Formats a number in a unit; decimals as the panel sets them, or chosen. */
export type ValueFormat = (value: number, decimals?: number | null) => Formatted;

const siPrefixes = ['f', 'p', 'n', 'µ', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];
const si = (unit: string, offset = 0): ValueFormat => scaled(1000, siPrefixes.map((prefix) => ` ${prefix}${unit}`), 5 + offset);
const binary = (unit: string): ValueFormat => scaled(1024, ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'].map((p) => ` ${p}${unit}`));
const count = (unit: string): ValueFormat => {
  const scale = scaled(1000, ['', 'K', 'M', 'B', 'T']);
  return (value, decimals) => {
    const result = scale(value, decimals);
    return { ...result, suffix: `${result.suffix ?? ''} ${unit}` };
  };
};
const fixed = (suffix?: string): ValueFormat => (value, decimals) => ({ text: toFixed(value, decimals), ...(suffix ? { suffix: ` ${suffix}` } : {}) });
const either = (yes: string, no: string): ValueFormat => (value) => ({ text: value ? yes : no });

const units: Readonly<Record<string, ValueFormat>> = {
  none: fixed(),
  string: (value) => ({ text: String(value) }),
  short: scaled(1000, ['', ' K', ' Mil', ' Bil', ' Tri', ' Quadr', ' Quint', ' Sext', ' Sept']),
  percent: (value, decimals) => ({ text: toFixed(value, decimals), suffix: '%' }),
  percentunit: (value, decimals) => ({ text: toFixed(100 * value, decimals), suffix: '%' }),
  sci: (value, decimals) => ({ text: value.toExponential(decimals ?? undefined) }),
  locale: (value, decimals) => ({ text: value.toLocaleString(undefined, decimals == null ? {} : { maximumFractionDigits: decimals }) }),
  bytes: binary('B'),
  decbytes: si('B'),
  bits: binary('b'),
  decbits: si('b'),
  Bps: si('B/s'),
  binBps: binary('B/s'),
  bps: si('b/s'),
  hertz: si('Hz'),
  rothz: si('Hz'),
  watt: si('W'),
  joule: si('J'),
  volt: si('V'),
  amp: si('A'),
  celsius: fixed('°C'),
  fahrenheit: fixed('°F'),
  humidity: fixed('%H'),
  s: seconds,
  ms: milliseconds,
  dtdurations: (value, decimals) => inWords(value, decimals),
  dtdurationms: (value, decimals) => inWords(value, decimals, 'millisecond'),
  dthms: (value) => clock(value),
  dtdhms: (value) => dayClock(value),
  reqps: count('req/s'),
  ops: count('ops/s'),
  rps: count('rd/s'),
  wps: count('wr/s'),
  iops: count('io/s'),
  cps: count('c/s'),
  opm: count('ops/m'),
  rpm: count('rd/m'),
  bool: either('True', 'False'),
  bool_yes_no: either('Yes', 'No'),
  bool_on_off: either('On', 'Off'),
  dateTimeAsIso: (value) => ({ text: formatDateTime(value) }),
  dateTimeAsLocal: (value) => ({ text: formatDateTime(value) }),
  dateTimeFromNow: (value) => ({ text: fromNow(value, Date.now()) }),
};

/** The format of a unit by Grafana's id, with `suffix:`, `prefix:`, `si:`, `count:` and `bool:` forms; any other text is the unit itself. */
export function valueFormat(id: string | undefined): ValueFormat {
  if (!id) return fixed();
  const known = units[id];
  if (known) return known;
  const colon = id.indexOf(':');
  const argument = id.slice(colon + 1);
  switch (colon > 0 ? id.slice(0, colon) : '') {
    case 'suffix':
      return fixed(argument);
    case 'prefix':
      return (value, decimals) => ({ text: toFixed(value, decimals), prefix: argument });
    case 'si': {
      const prefix = argument === '' ? 5 : siPrefixes.indexOf(argument.charAt(0));
      return prefix < 0 ? si(argument) : si(argument.slice(1), prefix - 5);
    }
    case 'count':
      return count(argument);
    case 'bool': {
      const [yes = '', no = '-'] = argument.split('/');
      return either(yes, no);
    }
    default:
      return fixed(id);
  }
}

/** A number with its unit, as one text. */
export function formatValue(value: number | null | undefined, unit?: string, decimals?: number | null): string {
  if (value === null || value === undefined) return '';
  const { prefix = '', text, suffix = '' } = valueFormat(unit)(value, decimals);
  return prefix + text + suffix;
}

/** The fewest decimals, up to three, that leave nothing out: `1.5 KiB`, `2 KiB`. */
export function neededDecimals(value: number, unit: string | undefined): number {
  for (let decimals = 0; decimals < 3; decimals++) {
    const text = formatValue(value, unit, decimals);
    if (Number.parseFloat(text) === Number.parseFloat(formatValue(value, unit, 3))) return decimals;
  }
  return 3;
}

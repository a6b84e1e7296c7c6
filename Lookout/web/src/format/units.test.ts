import { describe, expect, it } from 'vitest';
import { fromNow } from './durations';
import { toFixed } from './numbers';
import { formatValue, neededDecimals } from './units';

/** What Grafana's getValueFormat (@grafana/data 12) says. */
describe('formatValue agrees with Grafana', () => {
  it.each([
    [21.24444, 'none', undefined, '21.2'],
    [1234.5, undefined, undefined, '1235'],
    [123456, 'short', undefined, '123 K'],
    [1500000, 'short', 2, '1.50 Mil'],
    [0.5, 'percentunit', undefined, '50%'],
    [0.12345, 'percentunit', 1, '12.3%'],
    [12.5, 'percent', undefined, '12.5%'],
    [1536, 'bytes', undefined, '1.50 KiB'],
    [1536, 'decbytes', undefined, '1.54 kB'],
    [1048576, 'Bps', undefined, '1.05 MB/s'],
    [0, 'bytes', undefined, '0 B'],
    [0, 's', undefined, '0 s'],
    [0.0012, 's', undefined, '1.20 ms'],
    [90, 's', undefined, '1.50 mins'],
    [3600, 's', undefined, '1 hour'],
    [90000, 's', 1, '1.0 days'],
    [1500, 'ms', undefined, '1.50 s'],
    [7500, 'dtdurations', 1, '2 hours, 5 minutes'],
    [-30, 'dtdurations', undefined, '30 seconds ago'],
    [21.24, 'reqps', undefined, '21.2 req/s'],
    [12345, 'ops', undefined, '12.3K ops/s'],
    [3, 'cps', undefined, '3 c/s'],
    [65.5, 'celsius', undefined, '65.5 °C'],
    [250, 'watt', undefined, '250 W'],
    [1410e6, 'hertz', undefined, '1.41 GHz'],
    [1, 'bool', undefined, 'True'],
    [0, 'bool_on_off', undefined, 'Off'],
    [12345, 'sci', 2, '1.23e+4'],
    [14.4, 'suffix:x', undefined, '14.4 x'],
    [5, 'si:mW', undefined, '5 mW'],
    [7, 'widgets', undefined, '7 widgets'],
    [0.00012345, 'none', undefined, '0.000123'],
    [-0.5, 'short', undefined, '-0.500'],
  ])('%d %s with decimals %s', (value, unit, decimals, text) => expect(formatValue(value, unit, decimals)).toBe(text));
});

it('shows infinities and what is no number as such', () => expect([toFixed(Infinity), toFixed(-Infinity), toFixed(NaN)]).toEqual(['∞', '-∞', 'NaN']));
it('has no text for nothing', () => expect(formatValue(null, 's')).toBe(''));
it.each([[0.0025, 's', 1], [0.002, 's', 0], [0.25, 'percentunit', 0], [1280, 'bytes', 2]])('%d %s needs %d decimals', (value, unit, decimals) => expect(neededDecimals(value, unit)).toBe(decimals));

it.each([
  [10, 'a few seconds ago'],
  [60, 'a minute ago'],
  [31 * 60, '31 minutes ago'],
  [3600, 'an hour ago'],
  [26 * 3600, 'a day ago'],
  [-7200, 'in 2 hours'],
])('%d s before now is %s', (seconds, text) => expect(fromNow(1e12 - seconds * 1000, 1e12)).toBe(text));

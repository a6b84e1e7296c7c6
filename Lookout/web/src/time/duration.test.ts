import { expect, it } from 'vitest';
import { formatInterval, parseDuration, promDuration } from './duration';

it.each([['15s', 15_000], ['1h30m', 5_400_000], ['500ms', 500], ['30', 30_000], ['1d', 86_400_000], ['>1m', 60_000], ['7d', 604_800_000], ['30m', 1_800_000]])('%s is %d ms', (text, ms) => expect(parseDuration(text)).toBe(ms));

it.each(['', 'soon', '5x', '-5m', '$__interval'])('"%s" is no duration', (text) => expect(parseDuration(text)).toBeNull());

it.each([[90_000, '1m30s'], [8000, '8s'], [250, '250ms'], [86_400_000, '1d'], [0, '1ms']])('%d ms is %s in PromQL', (ms, text) => expect(promDuration(ms)).toBe(text));

it.each([[90_000, '1m'], [15_000, '15s'], [7_200_000, '2h'], [250, '250ms']])('%d ms is %s as $__interval', (ms, text) => expect(formatInterval(ms)).toBe(text));

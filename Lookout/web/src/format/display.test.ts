import { describe, expect, it } from 'vitest';
import type { FieldConfig } from '../frames/fieldConfig';
import type { StyledField } from '../frames/frame';
import { readFieldConfig } from '../dashboards/readFieldConfig';
import { display, endsOf, fullText } from './display';

const field = (defaults: object, over: Partial<StyledField> = {}): StyledField => {
  const config: FieldConfig = readFieldConfig({ defaults }).defaults;
  return { name: 'Value', type: 'number', values: [], labels: {}, title: 'x', index: 0, config, ...over };
};
const thresholds = { mode: 'absolute', steps: [{ color: 'green', value: null }, { color: 'red', value: 80 }] };

describe('display', () => {
  it('formats with unit and decimals', () => expect(fullText(display(0.123, field({ unit: 'percentunit', decimals: 1 }), 'dark'))).toBe('12.3%'));
  it('takes the colour of the threshold that is reached', () => {
    expect([79.9, 80].map((value) => display(value, field({ thresholds }), 'dark').color)).toEqual(['#73BF69', '#F2495C']);
  });
  it('reads percentage thresholds between the ends', () => {
    const config = { thresholds: { ...thresholds, mode: 'percentage' }, min: 0, max: 10 };
    expect(display(8, field(config), 'dark', { min: 0, max: 10 }).color).toBe('#F2495C');
  });
  it('puts a mapped text and colour in place of the value', () => {
    const mappings = [{ type: 'value', options: { 1: { text: 'up', color: 'blue' } } }, { type: 'range', options: { from: 2, to: 3, result: { text: 'between' } } }, { type: 'special', options: { match: 'null+nan', result: { text: 'unknown' } } }];
    expect([1, 2.5, null, NaN, 4].map((value) => display(value, field({ mappings }), 'dark').text)).toEqual(['up', 'between', 'unknown', 'unknown', '4']);
    expect(display(1, field({ mappings }), 'dark').color).toBe('#5794F2');
  });
  it('says what the dashboard says where there is no value', () => expect(display(null, field({ noValue: 'none' }), 'dark').text).toBe('none'));
  it('colours by the palette in the order of the series', () => expect(display(1, field({ color: { mode: 'palette-classic' } }, { index: 1 }), 'light').color).toBe('#E0B400'));
  it('colours by a fixed name', () => expect(display(1, field({ color: { mode: 'fixed', fixedColor: 'semi-dark-orange' } }), 'dark').color).toBe('#FF780A'));
});

it('finds the ends of a field in its values where none are set', () => expect(endsOf(field({ min: 0 }, { values: [3, null, 9, NaN] }))).toEqual({ min: 0, max: 9 }));

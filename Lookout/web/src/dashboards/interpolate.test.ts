import { describe, expect, it } from 'vitest';
import { fixedValue, interpolate, mentions, promQl, readable, type ScopedValue } from './interpolate';

const many = (...values: readonly string[]): ScopedValue => ({ values, texts: values, multiple: true, all: false });
const scope = { one: fixedValue('a.b'), multi: many('a.b', 'c|d'), single: many('x.y'), all: { ...many('p', 'q'), all: true }, free: { ...many('p', 'q'), all: true, allValue: '.*' } };

describe('in PromQL', () => {
  it.each([
    ['up{m="$one"}', 'up{m="a.b"}'],
    ['up{m=~"$multi"}', 'up{m=~"(a\\\\.b|c\\\\|d)"}'],
    ['up{m=~"${single}"}', 'up{m=~"x\\\\.y"}'],
    ['up{m=~"[[all]]"}', 'up{m=~"(p|q)"}'],
    ['up{m=~"$free"}', 'up{m=~".*"}'],
    ['rate(x[$__rate_interval]) > $unknown', 'rate(x[$__rate_interval]) > $unknown'],
    ['label_replace(x, "a", "$1", "b", "(.*)")', 'label_replace(x, "a", "$1", "b", "(.*)")'],
  ])('%s', (text, expected) => expect(interpolate(text, scope, promQl)).toBe(expected));

  it('escapes quotes and backslashes of a single value', () => expect(interpolate('"$v"', { v: fixedValue('a"b\\c') }, promQl)).toBe('"a\\"b\\\\c"'));
});

describe('formats', () => {
  it.each([
    ['${multi:regex}', '(a\\.b|c\\|d)'],
    ['${single:regex}', 'x\\.y'],
    ['${multi:pipe}', 'a.b|c|d'],
    ['${multi:csv}', 'a.b,c|d'],
    ['${multi:raw}', 'a.b,c|d'],
    ['${multi:text}', 'a.b + c|d'],
    ['${all:text}', 'All'],
    ['${multi:queryparam}', 'var-multi=a.b&var-multi=c%7Cd'],
    ['${all:queryparam}', 'var-all=%24__all'],
    ['${multi:json}', '["a.b","c|d"]'],
    ['${multi}', '{a.b,c|d}'],
  ])('%s', (text, expected) => expect(interpolate(text, scope)).toBe(expected));
});

it('reads fields of a name, in dots or brackets', () => {
  const fields = { '__data.fields.model_id': fixedValue('m'), '__data.fields.Model name': fixedValue('n') };
  expect(interpolate('${__data.fields.model_id} ${__data.fields["Model name"]} ${__data.fields.none}', fields)).toBe('m n ${__data.fields.none}');
});
it('is read by people in titles', () => expect(interpolate('Model $multi', scope, readable)).toBe('Model a.b + c|d'));
it('puts in as it is what is already an address', () => expect(interpolate('?${u}', { u: { ...fixedValue('a=1&b=2'), verbatim: true } }, () => 'encoded')).toBe('?a=1&b=2'));
it('knows which variables a text uses', () => expect([mentions('x{$job}', 'job'), mentions('${job:raw}', 'job'), mentions('$jobs', 'job')]).toEqual([true, true, false]));

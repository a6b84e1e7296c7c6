import { expect, test } from 'vitest';
import { matcherOf, matcherText, matches, operatorOf, operators } from './matchers';

const labels = { alertname: 'HighErrorRate', model_id: 'lande-t50' };

test.each([
  ['model_id', '=', 'lande-t50', true],
  ['model_id', '=', 'lande', false],
  ['model_id', '!=', 'lande-t50', false],
  ['model_id', '=~', 'lande-.*', true],
  // The whole value must match, on both sides of an alternative too.
  ['model_id', '=~', 'lande', false],
  ['model_id', '=~', 'x|lande', false],
  ['model_id', '=~', 't50|lande-t50', true],
  ['model_id', '!~', 'lande', true],
  ['model_id', '!~', 'lande-.+', false],
  // A label that is missing is an empty one.
  ['pod', '=', '', true],
  ['pod', '!=', '', false],
  ['pod', '!=', 'a', true],
  ['pod', '=~', '.*', true],
  ['pod', '=~', '.+', false],
] as const)('%s%s%s: %s', (name, operator, value, expected) => {
  expect(matches([matcherOf(name, operator, value)], labels)).toBe(expected);
});

test('all matchers must match', () => {
  expect(matches([matcherOf('alertname', '=', 'HighErrorRate'), matcherOf('model_id', '=', 'other')], labels)).toBe(false);
});

test('an expression that cannot be read is no match and no mismatch', () => {
  expect(() => matches([matcherOf('model_id', '=~', '(')], labels)).toThrow(SyntaxError);
});

test('each operator survives the way to Alertmanager and back', () => {
  expect(operators.map((operator) => operatorOf(matcherOf('a', operator, 'b')))).toEqual(operators);
});

test('a matcher is written with its value quoted', () => {
  expect(matcherText(matcherOf('a', '!~', 'x"y'))).toBe('a!~"x\\"y"');
});

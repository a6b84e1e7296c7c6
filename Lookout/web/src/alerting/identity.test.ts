import { expect, test } from 'vitest';
import { identityOf } from './identity';

test('the order of labels does not matter, their values do', () => {
  expect(identityOf({ a: '1', b: '2' })).toBe(identityOf({ b: '2', a: '1' }));
  expect(identityOf({ a: '1', b: '2' })).not.toBe(identityOf({ a: '2', b: '1' }));
  expect(identityOf({ a: '1","b":"2' })).not.toBe(identityOf({ a: '1', b: '2' }));
});

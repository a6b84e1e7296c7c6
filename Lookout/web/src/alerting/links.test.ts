import { expect, test } from 'vitest';
import { linkOf } from './links';

const here = new URL('http://127.0.0.1:8080/alerts');

test.each([
  ['http://localhost:8080/d/kthena-slo?var-slo=a', { href: '/d/kthena-slo?var-slo=a', within: true }],
  ['/d/kthena-model', { href: '/d/kthena-model', within: true }],
  ['http://127.0.0.1:3000/d/x', { href: 'http://127.0.0.1:3000/d/x', within: false }],
  ['https://grafana.example:8080/d/x', { href: 'https://grafana.example:8080/d/x', within: false }],
  ['javascript:alert(1)', undefined],
  ['//evil.example/x', { href: 'http://evil.example/x', within: false }],
  ['', undefined],
  [undefined, undefined],
])('%s leads to %o', (address, expected) => {
  expect(linkOf(address, here)).toEqual(expected);
});

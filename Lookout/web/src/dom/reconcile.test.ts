// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { element } from './element';
import { reconcile } from './reconcile';

interface Item {
  readonly id: string;
  readonly text: string;
}

const show = (host: Element, items: readonly Item[]): void =>
  reconcile<Item>(host, items, {
    key: ({ id }) => id,
    content: ({ text }) => text,
    create: ({ text }) => element('li', {}, element('a', { href: '#' }, text)),
  });
const texts = (host: Element): (string | null)[] => [...host.children].map((child) => child.textContent);

test('shows the items in their order, and no others', () => {
  const host = element('ul');
  show(host, [
    { id: 'a', text: '1' },
    { id: 'b', text: '2' },
  ]);
  show(host, [
    { id: 'c', text: '3' },
    { id: 'b', text: '2' },
  ]);
  expect(texts(host)).toEqual(['3', '2']);
});

test('what did not change is the same node, what did is drawn anew', () => {
  const host = element('ul');
  show(host, [
    { id: 'a', text: '1' },
    { id: 'b', text: '2' },
  ]);
  const [a, b] = [...host.children];
  show(host, [
    { id: 'b', text: '2' },
    { id: 'a', text: 'new' },
  ]);
  expect(host.children[0]).toBe(b);
  expect(host.children[1]).not.toBe(a);
  expect(texts(host)).toEqual(['2', 'new']);
});

test('the focus stays on an item that is drawn anew', () => {
  const host = element('ul');
  document.body.append(host);
  show(host, [{ id: 'a', text: '1' }]);
  host.querySelector('a')?.focus();
  show(host, [{ id: 'a', text: '2' }]);
  expect(document.activeElement).toBe(host.querySelector('a'));
});

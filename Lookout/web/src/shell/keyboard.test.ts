// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { startKeys } from './keys';

let help = 0;
startKeys(() => help++);

const press = (key: string, target: EventTarget = document.body): boolean =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

beforeEach(() => {
  help = 0;
  history.replaceState(null, '', '/start');
  document.body.replaceChildren();
});

test('two keys lead to a page, whatever was pressed before', () => {
  press('Escape');
  press('g');
  press('s');
  expect(location.pathname).toBe('/slos');
});

test('what somebody types is text', () => {
  const field = document.body.appendChild(document.createElement('input'));
  press('g', field);
  press('s', field);
  press('?', field);
  expect([location.pathname, help]).toEqual(['/start', 0]);
});

test('a search field gets the focus', () => {
  document.body.innerHTML = '<main><input type="search"></main>';
  press('/');
  expect(document.activeElement).toBe(document.querySelector('input'));
});

test('help is shown', () => {
  press('?');
  expect(help).toBe(1);
});

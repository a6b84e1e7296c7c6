// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { poll } from './poll';

let hidden = false;

beforeEach(() => {
  vi.useFakeTimers();
  hidden = false;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});

afterEach(() => {
  vi.useRealTimers();
});

const show = (visible: boolean): void => {
  hidden = !visible;
  document.dispatchEvent(new Event('visibilitychange'));
};

test('asks at once, then again after each interval, until it is told to stop', async () => {
  const stop = new AbortController();
  const task = vi.fn(() => Promise.resolve());
  void poll(task, 1_000, stop.signal);
  expect(task).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(task).toHaveBeenCalledTimes(3);
  stop.abort();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(task).toHaveBeenCalledTimes(3);
});

test('rests while nobody sees the page, and asks as soon as somebody does', async () => {
  const stop = new AbortController();
  const task = vi.fn(() => Promise.resolve());
  void poll(task, 1_000, stop.signal);
  show(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(task).toHaveBeenCalledTimes(1);
  show(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(task).toHaveBeenCalledTimes(2);
  stop.abort();
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Refresher } from './refresher';

let hidden = false;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  hidden = false;
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const counting = (task: () => Promise<void> = () => Promise.resolve()) => {
  const controller = new AbortController();
  const run = vi.fn(task);
  return { run, controller, refresher: new Refresher(run, controller.signal) };
};

it('calls at its interval until it is switched off', async () => {
  const { run, refresher } = counting();
  refresher.every(1000);
  await vi.advanceTimersByTimeAsync(3500);
  refresher.every(0);
  await vi.advanceTimersByTimeAsync(5000);
  expect(run).toHaveBeenCalledTimes(3);
});

it('does not begin again while it still runs', async () => {
  const { run, refresher } = counting(() => new Promise(() => undefined));
  refresher.every(1000);
  await vi.advanceTimersByTimeAsync(5000);
  expect(run).toHaveBeenCalledTimes(1);
});

it('rests while the page is hidden, and calls once when it is seen again', async () => {
  const { run, refresher } = counting();
  refresher.every(1000);
  hidden = true;
  await vi.advanceTimersByTimeAsync(5000);
  expect(run).not.toHaveBeenCalled();
  hidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(run).toHaveBeenCalledTimes(1);
});

it('ends with its signal', async () => {
  const { run, refresher, controller } = counting();
  refresher.every(1000);
  controller.abort();
  await vi.advanceTimersByTimeAsync(5000);
  expect(run).not.toHaveBeenCalled();
});

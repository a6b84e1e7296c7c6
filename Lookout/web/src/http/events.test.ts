// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followEvents, retryDelay, type StreamState } from './events';

class FakeSource extends EventTarget {
  static readonly opened: FakeSource[] = [];
  closed = false;

  constructor(readonly url: string) {
    super();
    FakeSource.opened.push(this);
  }

  close(): void {
    this.closed = true;
  }
}

let hidden = false;
let stop = new AbortController();
let states: StreamState[] = [];
const received: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  FakeSource.opened.length = received.length = 0;
  [hidden, stop, states] = [false, new AbortController(), []];
  void followEvents('/watch', { data: (data) => received.push(data), state: (state) => states.push(state) }, stop.signal);
});

afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const last = (): FakeSource | undefined => FakeSource.opened.at(-1);
const show = (visible: boolean): void => {
  hidden = !visible;
  document.dispatchEvent(new Event('visibilitychange'));
};

test('the wait doubles up to a bound', () => {
  expect([1, 2, 3, 4, 5, 6, 100].map(retryDelay)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test('what comes is handed on', async () => {
  await settle();
  last()?.dispatchEvent(new Event('open'));
  last()?.dispatchEvent(new MessageEvent('message', { data: 'news' }));
  expect(received).toEqual(['news']);
  expect(states).toEqual([{ kind: 'connecting' }, { kind: 'open' }]);
});

test('a stream that breaks is opened again after a wait, and the wait begins anew once it was open', async () => {
  await settle();
  for (const wait of [500, 1_000]) {
    last()?.dispatchEvent(new Event('error'));
    await settle();
    expect(states.at(-1)).toEqual({ kind: 'lost', retryInMilliseconds: wait });
    await vi.advanceTimersByTimeAsync(wait);
  }
  last()?.dispatchEvent(new Event('open'));
  last()?.dispatchEvent(new Event('error'));
  await settle();
  expect(states.at(-1)).toEqual({ kind: 'lost', retryInMilliseconds: 500 });
  expect(FakeSource.opened.map(({ closed }) => closed)).toEqual([true, true, true]);
});

test('nothing is held open while nobody sees the page', async () => {
  await settle();
  show(false);
  await settle();
  expect([last()?.closed, states.at(-1)?.kind]).toEqual([true, 'resting']);
  show(true);
  await settle();
  expect([FakeSource.opened.length, last()?.closed]).toEqual([2, false]);
});

test('it ends when it is told to', async () => {
  await settle();
  stop.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeSource.opened.map(({ closed }) => closed)).toEqual([true]);
});

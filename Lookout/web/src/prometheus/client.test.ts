import { afterEach, describe, expect, it, vi } from 'vitest';
import { PrometheusClient } from './client';
import { Limiter } from './limiter';

const answer = (data: unknown, more = {}) => new Response(JSON.stringify({ status: 'success', data, ...more }), { headers: { 'Content-Type': 'application/json' } });
const vector = { resultType: 'vector', result: [{ metric: { job: 'a' }, value: [10, '+Inf'] }] };
const { signal } = new AbortController();

afterEach(() => vi.unstubAllGlobals());

/** Answers requests when the test says so. */
function stubFetch() {
  const calls: { readonly url: URL; readonly signal: AbortSignal; readonly respond: (response: Response) => void }[] = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      calls.push({ url: new URL(address, 'http://x'), signal: init.signal!, respond: resolve });
      init.signal!.addEventListener('abort', () => reject(init.signal!.reason as Error));
    }),
  );
  return calls;
}

describe('PrometheusClient', () => {
  it('asks for a range in seconds, and reads values, warnings and samples', async () => {
    const calls = stubFetch();
    const asked = new PrometheusClient().range('up', 1000, 61_000, 15_000, signal);
    await vi.waitUntil(() => calls.length === 1);
    expect(calls[0]!.url.pathname).toBe('/api/prometheus/api/v1/query_range');
    expect(Object.fromEntries(calls[0]!.url.searchParams)).toEqual({ query: 'up', start: '1', end: '61', step: '15', stats: 'true' });
    calls[0]!.respond(answer({ resultType: 'matrix', result: [{ metric: {}, values: [[1, '2'], [2, 'NaN']] }], stats: { samples: { totalQueryableSamples: 7 } } }, { warnings: ['slow'] }));
    expect(await asked).toMatchObject({ series: [{ points: [[1, 2], [2, NaN]] }], warnings: ['slow'], samples: 7 });
  });

  it('shares one request between those who ask the same', async () => {
    const calls = stubFetch();
    const client = new PrometheusClient();
    const both = [client.instant('up', 0, signal), client.instant('up', 0, signal)];
    await vi.waitUntil(() => calls.length > 0);
    calls[0]!.respond(answer(vector));
    expect((await Promise.all(both)).map(({ series }) => series[0]?.points[0]?.[1])).toEqual([Infinity, Infinity]);
    expect(calls).toHaveLength(1);
  });

  it('gives a request up when the last of those who asked does', async () => {
    const calls = stubFetch();
    const client = new PrometheusClient();
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = [client.instant('up', 0, first.signal), client.instant('up', 0, second.signal)].map((one) => one.catch((error: Error) => error.name));
    await vi.waitUntil(() => calls.length === 1);
    first.abort();
    expect(calls[0]!.signal.aborted).toBe(false);
    second.abort();
    expect(calls[0]!.signal.aborted).toBe(true);
    expect(await Promise.all(asked)).toEqual(['AbortError', 'AbortError']);
  });

  it('asks six at once', async () => {
    const calls = stubFetch();
    const client = new PrometheusClient();
    const asked = Array.from({ length: 8 }, (_, index) => client.instant(`x${index}`, 0, signal));
    await vi.waitUntil(() => calls.length === 6);
    calls[0]!.respond(answer(vector));
    await asked[0];
    await vi.waitUntil(() => calls.length === 7);
    expect(calls[6]!.url.searchParams.get('query')).toBe('x6');
  });

  it("says what Prometheus says", async () => {
    const calls = stubFetch();
    const asked = new PrometheusClient().instant('up{', 0, signal);
    await vi.waitUntil(() => calls.length === 1);
    calls[0]!.respond(new Response(JSON.stringify({ status: 'error', errorType: 'bad_data', error: 'parse error: unclosed brace' }), { status: 400 }));
    await expect(asked).rejects.toMatchObject({ message: 'parse error: unclosed brace', type: 'bad_data', status: 400 });
  });

  it("says what Lookout says when Prometheus cannot be reached", async () => {
    const calls = stubFetch();
    const asked = new PrometheusClient().instant('up', 0, signal);
    await vi.waitUntil(() => calls.length === 1);
    calls[0]!.respond(new Response(JSON.stringify({ title: 'Bad Gateway', detail: 'Prometheus at x does not answer.' }), { status: 502 }));
    await expect(asked).rejects.toThrow('Prometheus at x does not answer.');
  });
});

it('takes what is given up out of the queue', async () => {
  const limiter = new Limiter(1);
  let finish = (): void => undefined;
  const gate = new Promise<void>((resolve) => (finish = resolve));
  const first = limiter.run(() => gate, signal);
  const controller = new AbortController();
  const ran: string[] = [];
  const second = limiter.run(() => Promise.resolve(ran.push('second')), controller.signal).catch(() => 'given up');
  const third = limiter.run(() => Promise.resolve(ran.push('third')), signal);
  controller.abort();
  finish();
  await Promise.all([first, third]);
  expect([ran, await second]).toEqual([['third'], 'given up']);
});

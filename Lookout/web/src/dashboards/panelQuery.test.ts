import { afterEach, expect, it, vi } from 'vitest';
import { PrometheusClient } from '../prometheus/client';
import { fixedValue } from './interpolate';
import { queryPanel } from './panelQuery';
import { readDashboard } from './read';

afterEach(() => vi.unstubAllGlobals());

const range = { from: 1_000_500, to: 4_600_500, raw: { from: 'now-1h', to: 'now' } };

async function ask(panel: object, answer: (url: URL) => object, width = 600) {
  const asked: URL[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    const url = new URL(address, 'http://x');
    asked.push(url);
    const body = answer(url);
    return Promise.resolve(new Response(JSON.stringify(body), { status: 'error' in body ? 400 : 200 }));
  });
  const context = { client: new PrometheusClient(), range, now: range.to, scope: { model: fixedValue('m') }, scrapeMs: 2000, width };
  const result = await queryPanel(readDashboard({ panels: [panel] }).panels[0]!, context, new AbortController().signal);
  return { asked, result };
}

const matrix = { status: 'success', data: { resultType: 'matrix', result: [{ metric: { job: 'j' }, values: [[1000, '1']] }] } };
const vector = (value: string) => ({ status: 'success', data: { resultType: 'vector', result: [{ metric: { job: 'j' }, value: [1000, value] }] } });

it('fills variables and intervals in, and asks at multiples of the step', async () => {
  const { asked } = await ask({ type: 'timeseries', targets: [{ expr: 'rate(x{m="$model"}[$__rate_interval]) # $__interval $__range' }] }, () => matrix);
  expect(Object.fromEntries(asked[0]!.searchParams)).toMatchObject({ query: 'rate(x{m="m"}[8s]) # 5s 3600s', start: '1000', end: '4600', step: '5' });
});

it('asks an instant query at the end of the range', async () => {
  const { asked } = await ask({ type: 'stat', targets: [{ expr: 'up', instant: true }] }, () => vector('1'));
  expect([asked[0]!.pathname, asked[0]!.searchParams.get('time')]).toEqual(['/api/prometheus/api/v1/query', '4600.5']);
});

it('does not ask what is hidden or empty', async () => {
  const { asked, result } = await ask({ type: 'stat', targets: [{ expr: 'up', hide: true }, { expr: ' ' }] }, () => vector('1'));
  expect([asked, result.frames]).toEqual([[], []]);
});

it('keeps the answers of other queries when one fails, with the words of Prometheus', async () => {
  const panel = { type: 'timeseries', targets: [{ refId: 'A', expr: 'sum(' }, { refId: 'B', expr: 'up' }] };
  const { result } = await ask(panel, (url) => (url.searchParams.get('query') === 'up' ? matrix : { status: 'error', errorType: 'bad_data', error: 'parse error' }));
  expect([result.errors, result.frames.map(({ refId }) => refId)]).toEqual([['parse error'], ['B']]);
});

it('merges tables of several queries into rows', async () => {
  const panel = { type: 'table', transformations: [{ id: 'merge' }], targets: ['a', 'b'].map((expr) => ({ refId: expr.toUpperCase(), expr, instant: true, format: 'table' })) };
  const { result } = await ask(panel, (url) => vector(url.searchParams.get('query') === 'a' ? '1' : '2'));
  expect(result.frames[0]?.fields.map(({ title, values }) => [title, values])).toEqual([['Time', [1_000_000]], ['job', ['j']], ['Value #A', [1]], ['Value #B', [2]]]);
});

it('asks for exemplars beside a range, and does without when there are none', async () => {
  const { asked, result } = await ask({ type: 'timeseries', targets: [{ expr: 'up', exemplar: true }] }, (url) => (url.pathname.endsWith('query_exemplars') ? { status: 'error', error: 'disabled' } : matrix));
  expect([asked.some(({ pathname }) => pathname.endsWith('/query_exemplars')), result.exemplars, result.errors]).toEqual([true, [], []]);
});

it('takes the range of the panel when it has its own', async () => {
  const { asked } = await ask({ type: 'timeseries', timeFrom: '10m', targets: [{ expr: 'up' }] }, () => matrix);
  expect(Number(asked[0]!.searchParams.get('end')) - Number(asked[0]!.searchParams.get('start'))).toBe(600);
});

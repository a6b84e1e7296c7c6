import { asObject, asString, asStrings, type Json } from '../dashboards/json';
import { decodeExemplars, decodeResult } from './decode';
import { Limiter } from './limiter';
import { SharedRequests } from './shared';
import { PrometheusError, type Exemplar, type QueryResult } from './types';

interface Between {
  readonly from: number;
  readonly to: number;
}

/** As many requests as a browser keeps open to one origin. */
const atOnce = 6;

/** Asks Prometheus through Lookout: a few requests at once, the same question only once at a time, each given up when nobody wants it. */
export class PrometheusClient {
  readonly #base: string;
  readonly #limiter = new Limiter(atOnce);
  readonly #shared = new SharedRequests<{ readonly body: Json; readonly milliseconds: number }>();

  constructor(base = '/api/prometheus/api/v1/') {
    this.#base = base;
  }

  async range(expr: string, start: number, end: number, step: number, signal: AbortSignal): Promise<QueryResult> {
    const answer = await this.#get('query_range', { query: expr, start: seconds(start), end: seconds(end), step: seconds(step), stats: 'true' }, signal);
    return decodeResult(answer.body, answer.milliseconds);
  }

  async instant(expr: string, time: number, signal: AbortSignal): Promise<QueryResult> {
    const answer = await this.#get('query', { query: expr, time: seconds(time), stats: 'true' }, signal);
    return decodeResult(answer.body, answer.milliseconds);
  }

  async exemplars(expr: string, start: number, end: number, signal: AbortSignal): Promise<Exemplar[]> {
    const answer = await this.#get('query_exemplars', { query: expr, start: seconds(start), end: seconds(end) }, signal);
    return decodeExemplars(answer.body);
  }

  async labelValues(label: string, match: string | undefined, range: Between, signal: AbortSignal): Promise<string[]> {
    const between = { start: seconds(range.from), end: seconds(range.to) };
    const answer = await this.#get(`label/${encodeURIComponent(label)}/values`, match === undefined ? between : { ...between, 'match[]': match }, signal);
    return [...asStrings(answer.body['data'])];
  }

  async labels(range: Between, signal: AbortSignal): Promise<string[]> {
    const answer = await this.#get('labels', { start: seconds(range.from), end: seconds(range.to) }, signal);
    return [...asStrings(answer.body['data'])];
  }

  #get(path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<{ readonly body: Json; readonly milliseconds: number }> {
    const address = `${this.#base}${path}?${new URLSearchParams(query).toString()}`;
    return this.#shared.run(address, (shared) => this.#limiter.run(() => fetchJson(address, shared), shared), signal);
  }
}

async function fetchJson(address: string, signal: AbortSignal): Promise<{ readonly body: Json; readonly milliseconds: number }> {
  const started = performance.now();
  let response: Response;
  try {
    response = await fetch(address, { signal, headers: { Accept: 'application/json' } });
  } catch (error) {
    signal.throwIfAborted();
    throw new PrometheusError(`Lookout does not answer (${error instanceof Error ? error.message : String(error)}). Check that it still runs.`, 'unreachable', 0);
  }
  const body = asObject(await response.json().catch(() => ({})));
  signal.throwIfAborted();
  if (response.ok && body['status'] === 'success') return { body, milliseconds: performance.now() - started };
  throw refusal(response, body);
}

function refusal(response: Response, body: Json): PrometheusError {
  const message = asString(body['error']) || asString(body['detail']) || asString(body['title']) || `The query failed: ${response.status} ${response.statusText}`;
  return new PrometheusError(message, asString(body['errorType'], 'http'), response.status);
}

/** Epoch milliseconds as Prometheus takes seconds. */
function seconds(ms: number): string {
  return String(ms / 1000);
}

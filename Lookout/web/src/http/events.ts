import { delay } from './delay';
import { untilHidden, untilVisible } from './visibility';

/** How a stream is: asked for, open, at rest while nobody sees the page, or lost and tried again after a time. */
export type StreamState = { readonly kind: 'connecting' | 'open' | 'resting' } | { readonly kind: 'lost'; readonly retryInMilliseconds: number };

export interface StreamEvents {
  readonly data: (data: string) => void;
  readonly state: (state: StreamState) => void;
}

const firstRetry = 500;
const slowestRetry = 10_000;

/** The wait before the nth attempt after a loss, doubling up to a bound. */
export function retryDelay(losses: number): number {
  return Math.min(slowestRetry, firstRetry * 2 ** Math.min(losses - 1, 10));
}

/**
 * Follows a stream of server-sent events until the signal aborts. Whenever it breaks, or is refused, it is opened again. It is closed while the page is hidden:
 * a browser opens few connections to one server, for all its tabs together.
 */
export async function followEvents(url: string, events: StreamEvents, signal: AbortSignal): Promise<void> {
  let losses = 0;
  const opened = (): void => {
    losses = 0;
    events.state({ kind: 'open' });
  };
  while (!signal.aborted) {
    if (document.hidden) events.state({ kind: 'resting' });
    await untilVisible(signal);
    if (signal.aborted) return;
    events.state({ kind: 'connecting' });
    const lost = await follow(url, events.data, opened, signal);
    if (signal.aborted || !lost) continue;
    losses++;
    const retryInMilliseconds = retryDelay(losses);
    events.state({ kind: 'lost', retryInMilliseconds });
    await delay(retryInMilliseconds, signal);
  }
}

/** Follows one connection and tells whether it was lost rather than closed from here. */
async function follow(url: string, data: (data: string) => void, opened: () => void, signal: AbortSignal): Promise<boolean> {
  const source = new EventSource(url);
  const ended = new AbortController();
  const end = (): void => ended.abort();
  signal.addEventListener('abort', end);
  let lost = false;
  source.addEventListener('open', opened);
  source.addEventListener('message', (event: MessageEvent<string>) => data(event.data));
  source.addEventListener('error', () => {
    lost = true;
    end();
  });
  await untilHidden(ended.signal);
  source.close();
  signal.removeEventListener('abort', end);
  return lost;
}

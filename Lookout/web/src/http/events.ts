import { delay } from './delay';

/** How a stream is: asked for, open, or lost and tried again at a time. */
export type StreamState = { readonly kind: 'connecting' | 'open' } | { readonly kind: 'lost'; readonly retryInMilliseconds: number };

const firstRetry = 500;
const slowestRetry = 10_000;

/** The wait before the nth attempt after a loss, doubling up to a bound. */
export function retryDelay(losses: number): number {
  return Math.min(slowestRetry, firstRetry * 2 ** Math.min(losses - 1, 10));
}

/** Follows a stream of server-sent events until the signal aborts. Whenever it breaks, or is refused, it is opened again. */
export async function followEvents(
  url: string,
  onData: (data: string) => void,
  onState: (state: StreamState) => void,
  signal: AbortSignal,
): Promise<void> {
  let losses = 0;
  while (!signal.aborted) {
    onState({ kind: 'connecting' });
    await untilLost(url, onData, () => {
      losses = 0;
      onState({ kind: 'open' });
    }, signal);
    if (signal.aborted) return;
    losses++;
    const retryInMilliseconds = retryDelay(losses);
    onState({ kind: 'lost', retryInMilliseconds });
    await delay(retryInMilliseconds, signal);
  }
}

function untilLost(url: string, onData: (data: string) => void, onOpen: () => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const source = new EventSource(url);
    const close = (): void => {
      source.close();
      signal.removeEventListener('abort', close);
      resolve();
    };
    source.addEventListener('open', onOpen);
    source.addEventListener('message', (event: MessageEvent<string>) => onData(event.data));
    source.addEventListener('error', close);
    signal.addEventListener('abort', close);
  });
}

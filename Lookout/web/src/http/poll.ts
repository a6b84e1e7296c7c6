import { delay } from './delay';

/**
 * Runs a task now and again, `interval` after each end, until the signal aborts. While the page is hidden it rests, and runs at once when it is seen again.
 * The task handles its own failures.
 */
export async function poll(task: (signal: AbortSignal) => Promise<void>, interval: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await task(signal);
    await delay(interval, signal);
    await visible(signal);
  }
}

function visible(signal: AbortSignal): Promise<void> {
  if (!document.hidden || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const check = (): void => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', check);
      signal.removeEventListener('abort', check);
      resolve();
    };
    document.addEventListener('visibilitychange', check);
    signal.addEventListener('abort', check);
  });
}

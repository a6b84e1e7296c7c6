import { delay } from './delay';
import { untilVisible } from './visibility';

/**
 * Runs a task now and again, `interval` after each end, until the signal aborts. While the page is hidden it rests, and runs at once when it is seen again.
 * The task handles its own failures.
 */
export async function poll(task: (signal: AbortSignal) => Promise<void>, interval: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await task(signal);
    await delay(interval, signal);
    await untilVisible(signal);
  }
}

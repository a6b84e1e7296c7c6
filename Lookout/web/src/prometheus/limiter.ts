/** Runs a limited number of tasks at once; those that wait are served in order, and leave the queue when they are aborted. */
export class Limiter {
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#enter(signal);
    try {
      return await task();
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  async #enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#running >= this.#limit) {
      await new Promise<void>((resolve, reject) => {
        const leave = (): void => {
          const index = this.#waiting.indexOf(enter);
          if (index >= 0) this.#waiting.splice(index, 1);
          reject(signal.reason as Error);
        };
        const enter = (): void => {
          signal.removeEventListener('abort', leave);
          // The place is taken before anybody else can ask for it.
          this.#running++;
          resolve();
        };
        this.#waiting.push(enter);
        signal.addEventListener('abort', leave, { once: true });
      });
      return;
    }
    this.#running++;
  }
}

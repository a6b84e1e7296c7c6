/** Calls at an interval, one call at a time, and not while the page is hidden; a page that is seen again is refreshed at once if it is due. */
export class Refresher {
  readonly #task: () => Promise<void>;
  #interval = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #due = false;

  constructor(task: () => Promise<void>, signal: AbortSignal) {
    this.#task = task;
    document.addEventListener('visibilitychange', () => this.#seen(), { signal });
    signal.addEventListener('abort', () => this.every(0), { once: true });
  }

  /** Milliseconds between the calls; none at 0. */
  every(interval: number): void {
    if (interval === this.#interval && this.#timer !== undefined) return;
    this.#interval = interval;
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#interval > 0 ? setTimeout(() => this.#tick(), this.#interval) : undefined;
  }

  #tick(): void {
    this.#schedule();
    if (document.hidden) this.#due = true;
    else if (!this.#running) void this.#run();
  }

  #seen(): void {
    if (document.hidden || !this.#due || this.#interval === 0) return;
    this.#schedule();
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    this.#due = false;
    try {
      await this.#task();
    } finally {
      this.#running = false;
    }
  }
}

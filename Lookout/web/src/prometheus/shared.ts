interface Flight<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  users: number;
}

/** Lets those who ask for the same at the same time share one request; it is aborted when the last of them gives up. */
export class SharedRequests<T> {
  readonly #flights = new Map<string, Flight<T>>();

  run(key: string, start: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    const flight = this.#flights.get(key) ?? this.#start(key, start);
    flight.users++;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason as Error);
        if (--flight.users === 0) {
          this.#forget(key, flight);
          flight.controller.abort(signal.reason);
        }
      };
      signal.addEventListener('abort', leave, { once: true });
      flight.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const promise = start(controller.signal);
    const flight: Flight<T> = { promise, controller, users: 0 };
    this.#flights.set(key, flight);
    const forget = (): void => this.#forget(key, flight);
    promise.then(forget, forget);
    return flight;
  }

  #forget(key: string, flight: Flight<T>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}

/** Where the reader points on the time axis; every chart of the dashboard follows, unless the dashboard keeps them apart. */
export class Crosshair {
  readonly #shared: () => boolean;
  readonly #listeners = new Map<(time: number | null) => void, object>();

  constructor(shared: () => boolean) {
    this.#shared = shared;
  }

  /** Calls when the crosshair moves; null takes it away. Returns how to stop. */
  follow(owner: object, listener: (time: number | null) => void): () => void {
    this.#listeners.set(listener, owner);
    return () => this.#listeners.delete(listener);
  }

  /** Moves the crosshair in the name of a chart. */
  move(owner: object, time: number | null): void {
    for (const [listener, of] of this.#listeners) if (of === owner || this.#shared()) listener(time);
  }
}

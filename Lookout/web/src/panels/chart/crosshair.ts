/** Where the reader points on the time axis; every chart of the dashboard follows. */
export class Crosshair {
  readonly #listeners = new Set<(time: number | null, source: object) => void>();

  /** Calls when the crosshair moves; null takes it away. Returns how to stop. */
  follow(listener: (time: number | null, source: object) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  move(time: number | null, source: object): void {
    for (const listener of this.#listeners) listener(time, source);
  }
}

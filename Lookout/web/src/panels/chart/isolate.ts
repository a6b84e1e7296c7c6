/** Which series are shown, after clicks in a legend. */
export class Isolation {
  /** Null while all are shown. */
  #shown: Set<string> | null = null;

  visible(name: string): boolean {
    return this.#shown === null || this.#shown.has(name);
  }

  /** A click shows one alone, or all again when it was alone; a toggle takes one away or brings it back. */
  choose(name: string, toggle: boolean, names: readonly string[]): void {
    if (toggle) {
      const shown = this.#shown ?? new Set(names);
      if (!shown.delete(name)) shown.add(name);
      this.#shown = shown.size === 0 || names.every((one) => shown.has(one)) ? null : shown;
      return;
    }
    const alone = this.#shown?.size === 1 && this.#shown.has(name);
    this.#shown = alone ? null : new Set([name]);
  }

  /** Forgets names that no longer exist, so that a dashboard of other series is not empty. */
  keep(names: readonly string[]): void {
    if (this.#shown !== null && !names.some((name) => this.#shown!.has(name))) this.#shown = null;
  }
}

/** A line as a resource wrote it. */
export interface LogLine {
  readonly number: number;
  readonly text: string;
  readonly error: boolean;
  /** How many lines before it were never received. */
  readonly missed?: number;
}

/** Keeps the last lines in their order, each once: a stream that is opened again begins with lines that are known. */
export class LogBuffer {
  #lines: LogLine[] = [];
  #last = -Infinity;

  constructor(readonly capacity: number) {}

  get lines(): readonly LogLine[] {
    return this.#lines;
  }

  /** Adds lines and returns those that are new. Numbers that start anew are those of a process that was started anew. */
  add(lines: readonly LogLine[]): LogLine[] {
    const first = lines[0];
    const restarted =
      first !== undefined && first.number <= this.#last && !this.#lines.some((line) => line.number === first.number && line.text === first.text);
    if (restarted) this.#last = -Infinity;
    const added = lines.filter((line) => line.number > this.#last).slice(-this.capacity);
    const [next, last] = [added[0], added.at(-1)];
    if (next === undefined || last === undefined) return [];
    const missed = next.number - this.#last - 1;
    if (missed > 0 && Number.isFinite(missed)) added[0] = { ...next, missed };
    this.#last = last.number;
    this.#lines = [...this.#lines, ...added].slice(-this.capacity);
    return added;
  }
}

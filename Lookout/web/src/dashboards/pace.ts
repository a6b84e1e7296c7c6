/** As long as what has just been started needs for its first samples, and a little more. */
const youngMs = 60_000;

/**
 * Milliseconds until the next refresh, 0 for none. A page that has just been opened and where something has no data yet looks at each scrape: what
 * is monitored may have just been started too.
 */
export function refreshPace(chosenMs: number, scrapeMs: number, ageMs: number, waits: boolean): number {
  return waits && ageMs < youngMs && chosenMs > scrapeMs ? scrapeMs : chosenMs;
}

/** Resolves once the page is seen, at once where it is, or as soon as the signal aborts. */
export function untilVisible(signal: AbortSignal): Promise<void> {
  return until(() => !document.hidden, signal);
}

/** Resolves once nobody sees the page, or as soon as the signal aborts. */
export function untilHidden(signal: AbortSignal): Promise<void> {
  return until(() => document.hidden, signal);
}

function until(condition: () => boolean, signal: AbortSignal): Promise<void> {
  if (condition() || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const check = (): void => {
      if (!condition() && !signal.aborted) return;
      document.removeEventListener('visibilitychange', check);
      signal.removeEventListener('abort', check);
      resolve();
    };
    document.addEventListener('visibilitychange', check);
    signal.addEventListener('abort', check);
  });
}

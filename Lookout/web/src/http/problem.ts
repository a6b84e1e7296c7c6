/** An answer that is not the one asked for; its message says what went wrong, in the words of whoever refused. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'HttpError';
  }
}

/** The words of an error body: problem details (RFC 9457), Prometheus' `error`, Alertmanager's bare string, or the status. */
export function errorMessage(status: number, statusText: string, body: string): string {
  const fallback = `HTTP ${status} ${statusText}`.trim();
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    const text = body.trim();
    return text === '' || text.startsWith('<') ? fallback : text;
  }
  if (typeof parsed === 'string') return parsed;
  if (typeof parsed !== 'object' || parsed === null) return fallback;
  const fields = parsed as Readonly<Record<string, unknown>>;
  for (const name of ['detail', 'error', 'message', 'title']) {
    const value = fields[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return fallback;
}

/** What to show of a failure; undefined for one that was asked for. */
export function failureText(failure: unknown): string | undefined {
  if (failure instanceof DOMException && failure.name === 'AbortError') return undefined;
  if (failure instanceof DOMException && failure.name === 'TimeoutError') return 'No answer within the time allowed. Is Lookout, or what it asks, overloaded?';
  if (failure instanceof TypeError) return 'Lookout does not answer. Is it still running?';
  return failure instanceof Error ? failure.message : String(failure);
}

import { errorMessage, HttpError } from './problem';

/** Longer than Lookout waits for what it asks, so that its own words arrive. */
const timeoutMilliseconds = 35_000;

/** The JSON at a path of this origin. Throws HttpError with the server's words for any other answer. */
export async function getJson<T>(path: string, signal: AbortSignal): Promise<T> {
  return (await send(path, { headers: { Accept: 'application/json' } }, signal)).json() as Promise<T>;
}

export async function postJson<T>(path: string, body: unknown, signal: AbortSignal): Promise<T> {
  const response = await send(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }, signal);
  return response.json() as Promise<T>;
}

export async function sendDelete(path: string, signal: AbortSignal): Promise<void> {
  await send(path, { method: 'DELETE' }, signal);
}

async function send(path: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
  const response = await fetch(path, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)]) });
  if (!response.ok) throw new HttpError(response.status, errorMessage(response.status, response.statusText, await response.text()));
  return response;
}

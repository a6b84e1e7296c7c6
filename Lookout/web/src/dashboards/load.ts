import { errorMessage, HttpError } from '../http/problem';
import type { Dashboard } from './model';
import { readDashboard } from './read';

/** A dashboard file, and the mark by which the server knows this version of it. */
export interface LoadedDashboard {
  readonly dashboard: Dashboard;
  readonly version: string;
}

/** Reads a dashboard file from the server. */
export async function loadDashboard(uid: string, signal: AbortSignal): Promise<LoadedDashboard> {
  const response = await fetch(`/api/dashboards/${encodeURIComponent(uid)}`, { signal, cache: 'no-cache' });
  const text = await response.text();
  if (!response.ok) throw new HttpError(response.status, errorMessage(response.status, response.statusText, text));
  return { dashboard: readDashboard(JSON.parse(text)), version: response.headers.get('etag') ?? text };
}

import { getJson, postJson, sendDelete } from '../http/request';
import type { AlertmanagerAlert, NewSilence, Silence } from './types';

const api = '/api/alertmanager/api/v2';

export function getAlerts(signal: AbortSignal): Promise<AlertmanagerAlert[]> {
  return getJson(`${api}/alerts`, signal);
}

export function getSilences(signal: AbortSignal): Promise<Silence[]> {
  return getJson(`${api}/silences`, signal);
}

/** The fingerprints of alerts that a time interval mutes now, with the names of those intervals. */
export async function getMuted(signal: AbortSignal): Promise<Map<string, readonly string[]>> {
  const groups = await getJson<{ alerts: AlertmanagerAlert[] }[]>(`${api}/alerts/groups`, signal);
  const muted = groups.flatMap(({ alerts }) => alerts).filter(({ status }) => (status.mutedBy?.length ?? 0) > 0);
  return new Map(muted.map(({ fingerprint, status }) => [fingerprint, status.mutedBy ?? []]));
}

export async function createSilence(silence: NewSilence, signal: AbortSignal): Promise<string> {
  return (await postJson<{ silenceID: string }>(`${api}/silences`, silence, signal)).silenceID;
}

/** Ends a silence now; Alertmanager keeps it among the expired. */
export function expireSilence(id: string, signal: AbortSignal): Promise<void> {
  return sendDelete(`${api}/silence/${encodeURIComponent(id)}`, signal);
}

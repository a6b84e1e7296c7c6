import { getJson } from '../http/request';

/** What this Lookout is connected to. */
export interface Settings {
  readonly version: string;
  readonly scrapeIntervalSeconds: number;
  readonly graph: boolean;
  readonly alertmanager: boolean;
  readonly runbooks: boolean;
  readonly links: { readonly grafana: string | null };
}

let loaded: Promise<Settings> | undefined;

/** The settings of this Lookout; they do not change while it runs. A failed load is tried again by the next caller. */
export function settings(): Promise<Settings> {
  loaded ??= getJson<Settings>('/api/settings', new AbortController().signal).catch((failure: unknown) => {
    loaded = undefined;
    throw failure;
  });
  return loaded;
}

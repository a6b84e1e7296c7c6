import type { Resource } from './resources';

/** That one resource needs another, and how: types as Aspire names them (Reference, WaitFor, Parent). */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly types: readonly string[];
}

/** One edge for each pair, from what is needed to what needs it. A relation to something that is not shown is left out. */
export function edgesOf(resources: readonly Resource[]): Edge[] {
  const names = new Set(resources.map(({ name }) => name));
  const types = new Map<string, { readonly from: string; readonly to: string; readonly types: Set<string> }>();
  for (const { name, relationships } of resources) {
    for (const { resource, type } of relationships ?? []) {
      if (!names.has(resource) || resource === name) continue;
      const key = JSON.stringify([resource, name]);
      const edge = types.get(key) ?? { from: resource, to: name, types: new Set() };
      types.set(key, edge);
      edge.types.add(type);
    }
  }
  return [...types.values()].map((edge) => ({ ...edge, types: [...edge.types].sort() }));
}

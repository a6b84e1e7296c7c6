import type { Resource } from './resources';

/** That one resource needs another, and how: types as Aspire names them (Reference, WaitFor, Parent). */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly types: readonly string[];
  /** Whether each needs the other. */
  readonly mutual: boolean;
}

/**
 * One edge for each pair, from what is needed to what needs it; of two that need each other, from the one that is told of first. A relation to something that
 * is not shown is left out.
 */
export function edgesOf(resources: readonly Resource[]): Edge[] {
  const places = new Map(resources.map(({ name }, index) => [name, index]));
  const needs = resources.flatMap(({ name, relationships }) => (relationships ?? []).map(({ resource, type }) => ({ from: resource, to: name, type })));
  const shown = needs.filter(({ from, to }) => places.has(from) && from !== to);
  const isNeed = (from: string, to: string): boolean => shown.some((need) => need.from === from && need.to === to);
  const comesFirst = (from: string, to: string): boolean => (places.get(from) ?? 0) < (places.get(to) ?? 0);

  const edges = new Map<string, Edge>();
  for (const { from, to } of shown) {
    const mutual = isNeed(to, from);
    if (mutual && !comesFirst(from, to)) continue;
    const types = shown.filter((need) => (need.from === from && need.to === to) || (need.from === to && need.to === from)).map(({ type }) => type);
    edges.set(JSON.stringify([from, to]), { from, to, types: [...new Set(types)].sort(), mutual });
  }
  return [...edges.values()];
}

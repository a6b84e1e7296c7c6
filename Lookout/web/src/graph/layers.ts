import type { Edge } from './edges';

/**
 * The layer of each name: 0 for what needs nothing, else one more than the highest of what it needs. Of a cycle, the edge that closes it is ignored, so that
 * the layers of any graph are finite.
 */
export function layersOf(names: readonly string[], edges: readonly Edge[]): Map<string, number> {
  const layers = new Map<string, number>();
  const underway = new Set<string>();

  const visit = (name: string): number => {
    const known = layers.get(name);
    if (known !== undefined) return known;
    underway.add(name);
    let layer = 0;
    for (const { from, to } of edges) if (to === name && !underway.has(from)) layer = Math.max(layer, visit(from) + 1);
    underway.delete(name);
    layers.set(name, layer);
    return layer;
  };
  names.forEach(visit);
  return layers;
}

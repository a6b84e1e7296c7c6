import type { Edge } from './edges';
import { layersOf } from './layers';
import { orderLayers } from './order';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where everything of the picture lies; a node's place is its upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, Place>;
  /** The points that each edge passes, from one node's side to the other's. */
  readonly edges: readonly { readonly edge: Edge; readonly points: readonly Place[] }[];
}

export const nodeSize = { width: 176, height: 52 } as const;
const gap = { column: 76, row: 20, lane: 26 } as const;

/** Lays the graph out from left to right: what is needed stands left of what needs it. An edge over several layers gets a lane of its own in each between. */
export function layOut(names: readonly string[], edges: readonly Edge[]): Layout {
  const layers = layersOf(names, edges);
  const columns: string[][] = Array.from({ length: Math.max(0, ...layers.values()) + 1 }, () => []);
  for (const name of names) columns[layers.get(name) ?? 0]?.push(name);

  // What closes a cycle leads back: it is routed like the others, from left to right, and turned round at the end.
  const routes = edges.map((edge, index) => {
    const back = (layers.get(edge.from) ?? 0) > (layers.get(edge.to) ?? 0);
    const [left, right] = back ? [edge.to, edge.from] : [edge.from, edge.to];
    return { edge, back, left, right, stops: stopsOf(left, right, index, layers) };
  });
  for (const { stops } of routes) for (const { name, layer } of stops) columns[layer]?.push(name);
  const links = routes.flatMap(({ left, right, stops }) => pairs([left, ...stops.map(({ name }) => name), right]));

  const ordered = orderLayers(columns, links);
  const isNode = (name: string): boolean => layers.has(name);
  const heights = ordered.map((column) => column.reduce((sum, name) => sum + heightOf(name, isNode), 0) - (column.length > 0 ? gap.row : 0));
  const height = Math.max(nodeSize.height, ...heights);
  const places = new Map<string, Place>();
  ordered.forEach((column, index) => {
    let y = (height - (heights[index] ?? 0)) / 2;
    for (const name of column) {
      places.set(name, { x: index * (nodeSize.width + gap.column), y });
      y += heightOf(name, isNode);
    }
  });

  const at = (name: string): Place => places.get(name) ?? { x: 0, y: 0 };
  return {
    width: ordered.length * (nodeSize.width + gap.column) - gap.column,
    height,
    nodes: new Map(names.map((name) => [name, at(name)])),
    edges: routes.map(({ edge, back, left, right, stops }) => {
      const points = [side(at(left), true), ...stops.flatMap(({ name }) => lane(at(name))), side(at(right), false)];
      return { edge, points: back ? points.reverse() : points };
    }),
  };
}

/** Names for the places where an edge passes through the layers between its ends; they are no names of nodes. */
function stopsOf(left: string, right: string, index: number, layers: ReadonlyMap<string, number>): { readonly name: string; readonly layer: number }[] {
  const [first, last] = [layers.get(left) ?? 0, layers.get(right) ?? 0];
  return Array.from({ length: Math.max(0, last - first - 1) }, (_, step) => ({ name: `\0${index}/${step}`, layer: first + 1 + step }));
}

function heightOf(name: string, isNode: (name: string) => boolean): number {
  return (isNode(name) ? nodeSize.height : gap.lane - gap.row) + gap.row;
}

function side({ x, y }: Place, right: boolean): Place {
  return { x: right ? x + nodeSize.width : x, y: y + nodeSize.height / 2 };
}

function lane({ x, y }: Place): Place[] {
  const middle = y + (gap.lane - gap.row) / 2;
  return [
    { x, y: middle },
    { x: x + nodeSize.width, y: middle },
  ];
}

function pairs(names: readonly string[]): { readonly from: string; readonly to: string }[] {
  return names.slice(1).map((to, index) => ({ from: names[index] ?? to, to }));
}

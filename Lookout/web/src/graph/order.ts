const sweeps = 8;

interface Link {
  readonly from: string;
  readonly to: string;
}

/** Orders the names within each layer so that few links between neighbouring layers cross: each goes to the middle of its neighbours, forth and back. */
export function orderLayers(layers: readonly (readonly string[])[], links: readonly Link[]): string[][] {
  const ordered = layers.map((layer) => [...layer]);
  let best = ordered.map((layer) => [...layer]);
  let fewest = crossings(best, links);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    const forth = sweep % 2 === 0;
    for (let index = 1; index < ordered.length; index++) {
      const at = forth ? index : ordered.length - 1 - index;
      sortByNeighbours(ordered, at, forth ? at - 1 : at + 1, links);
    }
    const count = crossings(ordered, links);
    if (count < fewest) {
      fewest = count;
      best = ordered.map((layer) => [...layer]);
    }
  }
  return best;
}

/** How many pairs of links between neighbouring layers cross. */
export function crossings(layers: readonly (readonly string[])[], links: readonly Link[]): number {
  const place = new Map(layers.flatMap((layer, column) => layer.map((name, row) => [name, { column, row }] as const)));
  const ends = links.flatMap(({ from, to }) => {
    const [a, b] = [place.get(from), place.get(to)];
    return a === undefined || b === undefined ? [] : [{ column: a.column, from: a.row, to: b.row }];
  });
  let count = 0;
  ends.forEach((a, index) => {
    for (const b of ends.slice(index + 1)) if (a.column === b.column && (a.from - b.from) * (a.to - b.to) < 0) count++;
  });
  return count;
}

function sortByNeighbours(layers: string[][], at: number, neighbour: number, links: readonly Link[]): void {
  const layer = layers[at] ?? [];
  const rows = new Map((layers[neighbour] ?? []).map((name, row) => [name, row]));
  const middles = new Map(layer.map((name, row) => [name, middleOf(name, rows, links) ?? row]));
  layer.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
}

function middleOf(name: string, rows: ReadonlyMap<string, number>, links: readonly Link[]): number | undefined {
  const neighbours = links.flatMap(({ from, to }) => {
    const row = from === name ? rows.get(to) : to === name ? rows.get(from) : undefined;
    return row === undefined ? [] : [row];
  });
  return neighbours.length === 0 ? undefined : neighbours.reduce((sum, row) => sum + row, 0) / neighbours.length;
}

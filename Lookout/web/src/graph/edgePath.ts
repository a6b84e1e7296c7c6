import type { Place } from './layout';

/** A smooth path through the points of an edge: straight along its lanes, bent between the layers. */
export function edgePath(points: readonly Place[]): string {
  const [start, ...rest] = points;
  if (start === undefined) return '';
  let previous = start;
  let path = `M${start.x} ${start.y}`;
  for (const point of rest) {
    const bend = Math.sign(point.x - previous.x || 1) * Math.max(24, Math.abs(point.x - previous.x) / 2);
    path += point.y === previous.y ? `L${point.x} ${point.y}` : `C${previous.x + bend} ${previous.y} ${point.x - bend} ${point.y} ${point.x} ${point.y}`;
    previous = point;
  }
  return path;
}

type Point = readonly [time: number, value: number];

/** The path of a line over a time range, from the bottom left; a hole wider than `gap` seconds breaks it. */
export function sparkPath(
  points: readonly Point[],
  [from, to]: readonly [number, number],
  highest: number,
  width: number,
  height: number,
  gap: number,
): string {
  let previous: number | undefined;
  return points
    .filter(([, value]) => Number.isFinite(value))
    .map(([time, value]) => {
      const command = previous === undefined || time - previous > gap ? 'M' : 'L';
      previous = time;
      const x = ((time - from) / (to - from)) * width;
      const y = height - (highest === 0 ? 0 : Math.min(1, Math.max(0, value / highest)) * height);
      return `${command}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}

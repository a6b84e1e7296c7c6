import { svg } from '../dom/element';
import type { StyledField, StyledFrame } from '../frames/frame';
import type { TimeRange } from '../time/range';

const width = 400;
const height = 100;

/** The course of a field as a small area, or null when there is too little of it. */
export function sparkline(frame: StyledFrame, field: StyledField, range: TimeRange, color: string): SVGSVGElement | null {
  const times = frame.fields.find((one) => one.type === 'time')?.values as readonly number[] | undefined;
  if (!times || times.length < 2) return null;
  const points = times.flatMap((time, index) => {
    const value = field.values[index];
    return typeof value === 'number' && Number.isFinite(value) ? [{ time, value }] : [];
  });
  if (points.length < 2) return null;
  const low = field.config.min ?? Math.min(...points.map(({ value }) => value));
  const high = field.config.max ?? Math.max(...points.map(({ value }) => value));
  const x = (time: number): string => (((time - range.from) / (range.to - range.from)) * width).toFixed(1);
  const y = (value: number): string => (high > low ? height - 4 - ((value - low) / (high - low)) * (height - 12) : height / 2).toFixed(1);
  const line = points.map(({ time, value }) => `${x(time)} ${y(value)}`).join('L');
  const area = `M${x(points[0]!.time)} ${height}L${line}L${x(points.at(-1)!.time)} ${height}Z`;
  return svg(
    'svg',
    { class: 'sparkline', viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('path', { d: area, fill: color, 'fill-opacity': 0.16 }),
    svg('path', { d: `M${line}`, fill: 'none', stroke: color, 'stroke-width': 1.5, 'vector-effect': 'non-scaling-stroke', 'stroke-linejoin': 'round' }),
  );
}

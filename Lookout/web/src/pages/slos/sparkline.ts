import { element, svg } from '../../dom/element';
import { sparkPath } from '../../slo/sparkline';
import { burnText } from '../../slo/words';

const [width, height] = [320, 72];

/** The burn rate of the last hours; the dashed line is 1, at which the budget lasts exactly its period. */
export function sparkline(points: readonly (readonly [number, number])[], range: readonly [number, number], stepSeconds: number): HTMLElement {
  const highest = Math.max(2, ...points.map(([, value]) => (Number.isFinite(value) ? value : 0)));
  const line = sparkPath(points, range, highest, width, height, 2.5 * stepSeconds);
  const even = height - height / highest;
  return element(
    'figure',
    { class: 'spark' },
    svg(
      'svg',
      {
        viewBox: `0 0 ${width} ${height}`,
        preserveAspectRatio: 'none',
        role: 'img',
        'aria-label': `Burn rate of the last 6 hours, at most ${burnText(highest)}`,
      },
      svg('line', { class: 'spark-even', x1: 0, x2: width, y1: even, y2: even }),
      svg('path', { class: 'spark-line', d: line }),
    ),
    element(
      'figcaption',
      { class: 'muted' },
      points.length === 0 ? 'Nothing recorded yet' : element('span', {}, `top is ${burnText(highest)}`),
      element('span', {}, '6 h ago → now'),
    ),
  );
}

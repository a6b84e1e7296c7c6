import type { Drawn } from '../panels/panel';

/** As many measures as are kept: a page that stays open for days does not grow. */
const most = 2000;

let kept = 0;

/** Draws, and leaves how long it took as the performance measure `panel-redraw`. */
export function measureRedraw(panel: number, draw: () => Drawn): Drawn {
  const start = performance.now();
  const drawn = draw();
  if (++kept > most) {
    performance.clearMeasures('panel-redraw');
    kept = 1;
  }
  performance.measure('panel-redraw', { start, end: performance.now(), detail: { panel, series: drawn.series, points: drawn.points } });
  return drawn;
}

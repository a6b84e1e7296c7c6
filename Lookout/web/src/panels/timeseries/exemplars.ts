import { element } from '../../dom/element';
import type { Exemplar } from '../../prometheus/types';
import { formatDateTime } from '../../time/dateTime';
import type { Plot } from '../chart/plot';
import type { Tooltip } from '../chart/tooltip';
import type { ValueAxis } from './axes';

const most = 60;

/** A few of many: the highest of each stretch of the range, for it is the outliers that people look for. */
export function thinOut(exemplars: readonly Exemplar[], from: number, to: number, limit = most): Exemplar[] {
  if (exemplars.length <= limit) return [...exemplars];
  const stretch = (to - from) / limit;
  const highest = new Map<number, Exemplar>();
  for (const exemplar of exemplars) {
    const place = Math.min(limit - 1, Math.floor((exemplar.time * 1000 - from) / stretch));
    if (exemplar.value > (highest.get(place)?.value ?? -Infinity)) highest.set(place, exemplar);
  }
  return [...highest.values()];
}

/** Exemplars as dots at their time and value, with their labels on hover. */
export function exemplarMarks(plot: Plot, exemplars: readonly Exemplar[], axis: ValueAxis, tooltip: Tooltip): HTMLElement[] {
  const { min, max } = axis.scale;
  const range = plot.range;
  if (!range) return [];
  return thinOut(exemplars, range.from, range.to).flatMap((exemplar) => {
    const x = plot.xOf(exemplar.time * 1000);
    if (x < 0 || x > plot.rect.width || !Number.isFinite(exemplar.value)) return [];
    const share = Math.min(1, Math.max(0, (exemplar.value - min) / (max - min)));
    const dot = element('i', { class: 'exemplar', 'data-exemplar': '' });
    dot.style.left = `${x}px`;
    dot.style.bottom = `${share * 100}%`;
    dot.addEventListener('pointerenter', (event) => {
      const rows = Object.entries({ ...exemplar.seriesLabels, ...exemplar.labels }).map(([name, value]) => ({ color: 'transparent', name, value }));
      tooltip.show(formatDateTime(exemplar.time * 1000), [{ color: 'transparent', name: 'Exemplar', value: axis.format(exemplar.value), strong: true }, ...rows], event.clientX, event.clientY);
    });
    dot.addEventListener('pointermove', (event) => event.stopPropagation());
    dot.addEventListener('pointerleave', () => tooltip.hide());
    return [dot];
  });
}

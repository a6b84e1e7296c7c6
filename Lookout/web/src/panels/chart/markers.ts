import { element } from '../../dom/element';
import { colorOf } from '../../color/palette';
import { formatDateTime } from '../../time/dateTime';
import type { Annotation } from '../panel';
import type { ChartTheme } from '../theme';
import type { Plot } from './plot';
import type { Tooltip } from './tooltip';

/** Annotations as vertical marks over a plot, with their text on hover and focus. */
export function annotationMarks(plot: Plot, annotations: readonly Annotation[], theme: ChartTheme, tooltip: Tooltip): HTMLElement[] {
  return annotations.flatMap((annotation) => {
    const from = plot.xOf(annotation.time);
    const to = plot.xOf(annotation.timeEnd);
    if (to < 0 || from > plot.rect.width) return [];
    const left = Math.max(0, from);
    const color = colorOf(annotation.color, theme.name);
    const flag = element('button', { type: 'button', class: 'annotation-flag', tabindex: -1, 'aria-label': describe(annotation) });
    const mark = element('div', { class: 'annotation', 'data-annotation': annotation.title }, flag);
    mark.style.left = `${left}px`;
    mark.style.width = `${Math.max(0, Math.min(plot.rect.width, to) - left)}px`;
    mark.style.setProperty('--mark', color);
    const show = (): void => {
      const box = flag.getBoundingClientRect();
      const notes = [annotation.text, annotation.tags.join('  ')].filter((text) => text !== '');
      const when = annotation.timeEnd > annotation.time ? `${formatDateTime(annotation.time)} – ${formatDateTime(annotation.timeEnd)}` : formatDateTime(annotation.time);
      tooltip.show(when, [{ color, name: annotation.title || annotation.source, value: '', strong: true }], box.left, box.top, notes);
    };
    flag.addEventListener('pointerenter', show);
    flag.addEventListener('focus', show);
    flag.addEventListener('pointerleave', () => tooltip.hide());
    flag.addEventListener('blur', () => tooltip.hide());
    flag.addEventListener('pointermove', (event) => event.stopPropagation());
    return [mark];
  });
}

function describe(annotation: Annotation): string {
  return [annotation.title || annotation.source, annotation.text, formatDateTime(annotation.time)].filter((text) => text !== '').join(', ');
}

import type { Tone } from '../../dom/notice';
import { element, svg } from '../../dom/element';

/** A bar that is filled to a part of its length; `mark` draws a line at a part of it. */
export function meter(label: string, part: number, tone: Tone, mark?: number): HTMLElement {
  const filled = Math.min(1, Math.max(0, part)) * 100;
  return element(
    'div',
    { class: `bar tone-${tone}`, role: 'meter', 'aria-label': label, 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.round(filled) },
    svg(
      'svg',
      { viewBox: '0 0 100 6', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { class: 'bar-track', width: 100, height: 6 }),
      svg('rect', { class: 'bar-fill', width: filled, height: 6 }),
      mark !== undefined && svg('rect', { class: 'bar-mark', x: mark * 100 - 0.5, width: 1, height: 6 }),
    ),
  );
}

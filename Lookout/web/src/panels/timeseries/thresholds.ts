import { withAlpha } from '../../color/contrast';
import { colorOf } from '../../color/palette';
import { element } from '../../dom/element';
import { absoluteSteps } from '../../frames/thresholds';
import type { Plot } from '../chart/plot';
import type { ChartTheme } from '../theme';
import type { ValueAxis } from './axes';

/** Draws the thresholds of the axes under and over a plot, as lines or as areas. */
export function drawThresholds(plot: Plot, axes: readonly ValueAxis[], theme: ChartTheme): void {
  plot.under.replaceChildren(...axes.flatMap((axis) => areas(axis, theme)), ...axes.flatMap((axis) => lines(axis, theme)));
}

function areas(axis: ValueAxis, theme: ChartTheme): HTMLElement[] {
  const field = axis.series.find(({ style }) => style.thresholds.includes('area'))?.field;
  if (!field) return [];
  const steps = absoluteSteps(field.config, axis.scale);
  return steps.flatMap((step, index) => {
    const from = share(step.value, axis);
    const to = share(steps[index + 1]?.value ?? Infinity, axis);
    if (to <= from || step.color === 'transparent') return [];
    const area = element('div', { class: 'threshold-area' });
    area.style.bottom = `${from * 100}%`;
    area.style.height = `${(to - from) * 100}%`;
    area.style.background = withAlpha(colorOf(step.color, theme.name), 0.1);
    return [area];
  });
}

function lines(axis: ValueAxis, theme: ChartTheme): HTMLElement[] {
  const one = axis.series.find(({ style }) => style.thresholds.includes('line') || style.thresholds.includes('dashed'));
  if (!one) return [];
  const { min, max } = axis.scale;
  return absoluteSteps(one.field.config, axis.scale)
    .filter((step) => Number.isFinite(step.value) && step.value >= min && step.value <= max && step.color !== 'transparent')
    .map((step) => {
      const line = element('div', { class: one.style.thresholds.includes('dashed') ? 'threshold-line dashed' : 'threshold-line' });
      line.style.bottom = `${share(step.value, axis) * 100}%`;
      line.style.borderColor = colorOf(step.color, theme.name);
      return line;
    });
}

function share(value: number, { scale }: ValueAxis): number {
  return Math.min(1, Math.max(0, (value - scale.min) / (scale.max - scale.min)));
}

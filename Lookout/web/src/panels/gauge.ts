import { legible } from '../color/contrast';
import { colorOf } from '../color/palette';
import { element, svg } from '../dom/element';
import { display, endsOf, fullText } from '../format/display';
import { fieldValues, type FieldValue } from '../frames/fieldValues';
import { absoluteSteps, share } from '../frames/thresholds';
import { asBoolean } from '../dashboards/json';
import type { PanelContext, PanelFactory } from './panel';

/** Half circles that are filled as far as the value goes. */
export const gaugePanel: PanelFactory = (host, context) => {
  const grid = element('div', { class: 'gauges' });
  host.append(grid);
  return {
    draw(data) {
      const values = fieldValues(data.frames, context.panel.options);
      const columns = Math.max(1, Math.min(values.length, Math.round(Math.sqrt((values.length * grid.clientWidth) / Math.max(1, grid.clientHeight * 1.6)))));
      grid.style.setProperty('--columns', String(columns));
      grid.replaceChildren(...values.map((value) => gauge(value, context, values.length > 1)));
      return { series: values.length, points: 1 };
    },
    dispose: () => grid.remove(),
  };
};

const radius = 80;

function gauge(one: FieldValue, context: PanelContext, named: boolean): HTMLElement {
  const theme = context.theme();
  const ends = endsOf({ ...one.field, config: { ...one.field.config, min: one.field.config.min ?? 0, max: one.field.config.max ?? (one.field.config.unit === 'percentunit' ? 1 : 100) } });
  const shown = display(one.value, one.field, theme.name, ends);
  const filled = Number.isFinite(shown.numeric) ? share(shown.numeric, ends.min, ends.max) : 0;
  const steps = absoluteSteps(one.field.config, ends);
  const ring = asBoolean(context.panel.options['showThresholdMarkers'], true)
    ? steps.map((step, index) => arc(share(step.value, ends.min, ends.max), share(steps[index + 1]?.value ?? Infinity, ends.min, ends.max), radius + 10, 4, colorOf(step.color, theme.name)))
    : [];
  const text = fullText(shown);
  // The text stays within the ring however long it is.
  const size = Math.min(30, 210 / Math.max(1, text.length));
  const value = svg('text', { x: 100, y: 96, class: 'gauge-value', 'text-anchor': 'middle', 'font-size': size.toFixed(1), fill: legible(shown.color, theme.surface, 3) }, text);
  return element(
    'div',
    { class: 'gauge' },
    svg(
      'svg',
      { viewBox: '0 0 200 112', role: 'img', 'aria-label': `${one.title}: ${text}` },
      arc(0, 1, radius, 14, theme.grid),
      filled > 0 ? arc(0, filled, radius, 14, shown.color) : null,
      ring,
      value,
    ),
    named ? element('span', { class: 'gauge-name', title: one.title }, one.title) : null,
  );
}

/** A part of the half circle, from one share of it to another. */
function arc(from: number, to: number, r: number, width: number, color: string): SVGPathElement | null {
  if (to <= from) return null;
  const at = (part: number): string => {
    const angle = Math.PI * (1 - part);
    return `${(100 + r * Math.cos(angle)).toFixed(2)} ${(102 - r * Math.sin(angle)).toFixed(2)}`;
  };
  return svg('path', { d: `M${at(from)}A${r} ${r} 0 0 1 ${at(to)}`, fill: 'none', stroke: color, 'stroke-width': width });
}

import { legible, mix } from '../color/contrast';
import { colorOf } from '../color/palette';
import { asString } from '../dashboards/json';
import { valueLinks } from '../dashboards/links';
import { element } from '../dom/element';
import { display, endsOf, fullText, type Display, type Ends } from '../format/display';
import { fieldValues, type FieldValue } from '../frames/fieldValues';
import type { StyledField } from '../frames/frame';
import { absoluteSteps, share } from '../frames/thresholds';
import { anchor } from './anchor';
import type { PanelContext, PanelFactory } from './panel';

/** A bar for each value, from the least to the most. */
export const barGaugePanel: PanelFactory = (host, context) => {
  const list = element('ul', { class: 'bars' });
  host.append(list);
  return {
    draw(data) {
      const values = fieldValues(data.frames, context.panel.options);
      const { clientWidth: width, clientHeight: height } = list;
      const orientation = asString(context.panel.options['orientation'], 'auto');
      const upright = orientation === 'vertical' || (orientation === 'auto' && width > height * 2 && values.length < 12);
      list.className = upright ? 'bars bars-vertical' : 'bars bars-horizontal';
      list.style.setProperty('--count', String(values.length));
      const fields = values.map(({ field }) => field);
      list.replaceChildren(...values.map((value) => bar(value, fields, context, upright)));
      return { series: values.length, points: 1 };
    },
    dispose: () => list.remove(),
  };
};

function bar(one: FieldValue, all: readonly StyledField[], context: PanelContext, upright: boolean): HTMLElement {
  const theme = context.theme();
  const found = endsOf(one.field, all);
  // Bars begin at zero, unless the dashboard sets an end or values are below it.
  const ends: Ends = { min: one.field.config.min ?? Math.min(0, found.min), max: found.max };
  const shown = display(one.value, one.field, theme.name, ends);
  const filled = Number.isFinite(shown.numeric) ? share(shown.numeric, ends.min, ends.max) : 0;
  const fill = element('span', { class: 'bar-fill' });
  fill.style.setProperty('--share', `${filled * 100}%`);
  fill.style.background = background(one.field, shown, ends, filled, context, upright);
  const value = element('span', { class: 'bar-value' }, fullText(shown));
  value.style.color = legible(shown.color, theme.surface);
  const [link] = valueLinks(one.field.config.links, context.scope, one.field, one.value, one.frame, one.row);
  const name = element('span', { class: 'bar-name', title: one.title }, one.title);
  return element('li', {}, link ? anchor(link, { class: 'bar-link' }, name) : name, element('span', { class: 'bar-track' }, fill), value);
}

function background(field: StyledField, shown: Display, ends: Ends, filled: number, context: PanelContext, upright: boolean): string {
  const theme = context.theme();
  const direction = upright ? 'to top' : 'to right';
  if (asString(context.panel.options['displayMode'], 'gradient') !== 'gradient') return shown.color;
  const steps = absoluteSteps(field.config, ends).filter((step) => share(step.value, ends.min, ends.max) <= filled);
  if (field.config.colorMode !== 'thresholds' || steps.length < 2) return `linear-gradient(${direction}, ${mix(shown.color, theme.surface, 0.45)}, ${shown.color})`;
  const stops = steps.map((step) => `${colorOf(step.color, theme.name)} ${filled === 0 ? 0 : (share(step.value, ends.min, ends.max) / filled) * 100}%`);
  return `linear-gradient(${direction}, ${stops.join(', ')})`;
}

import { legible, textOn } from '../color/contrast';
import { asString } from '../dashboards/json';
import { valueLinks } from '../dashboards/links';
import { element } from '../dom/element';
import { display, endsOf, type Display } from '../format/display';
import { fieldValues, type FieldValue } from '../frames/fieldValues';
import type { PanelContext, PanelData, PanelFactory } from './panel';
import { anchor } from './anchor';
import { sparkline } from './sparkline';

/** Large values, each with its colour and its course. */
export const statPanel: PanelFactory = (host, context) => {
  const grid = element('div', { class: 'stats' });
  host.append(grid);
  return {
    draw(data) {
      const values = fieldValues(data.frames, context.panel.options);
      const { options } = context.panel;
      arrange(grid, values.length, asString(options['orientation'], 'auto'), isNamed(asString(options['textMode'], 'auto'), values.length));
      grid.replaceChildren(...values.map((value) => tile(value, data, context, values.length)));
      return { series: values.length, points: data.frames[0]?.fields[0]?.values.length ?? 0 };
    },
    dispose: () => grid.remove(),
  };
};

/** Side by side or below each other, whichever leaves the tiles more like squares. */
function arrange(grid: HTMLElement, count: number, orientation: string, named: boolean): void {
  const { clientWidth: width, clientHeight: height } = grid;
  const vertical = orientation === 'horizontal' || (orientation === 'auto' && width < height);
  const columns = vertical ? 1 : orientation === 'vertical' ? count : bestColumns(count, width, height);
  grid.style.setProperty('--columns', String(Math.max(1, columns)));
  const tileWidth = width / Math.max(1, columns);
  const tileHeight = height / Math.max(1, Math.ceil(count / Math.max(1, columns)));
  grid.style.setProperty('--value-size', `${Math.round(Math.max(16, Math.min(tileHeight * (named ? 0.34 : 0.46), tileWidth / 5.2, 56)))}px`);
}

/** One value is what the panel's title says; several need their names. */
function isNamed(textMode: string, count: number): boolean {
  return textMode === 'name' || textMode === 'value_and_name' || (textMode === 'auto' && count > 1);
}

function bestColumns(count: number, width: number, height: number): number {
  let best = 1;
  let bestSide = 0;
  for (let columns = 1; columns <= count; columns++) {
    const side = Math.min(width / columns / 2, height / Math.ceil(count / columns));
    if (side > bestSide) [best, bestSide] = [columns, side];
  }
  return best;
}

function tile(one: FieldValue, data: PanelData, context: PanelContext, count: number): HTMLElement {
  const { options } = context.panel;
  const theme = context.theme();
  const shown = display(one.value, one.field, theme.name, endsOf(one.field));
  const mode = asString(options['colorMode'], 'value');
  const textMode = asString(options['textMode'], 'auto');
  const named = isNamed(textMode, count);
  const background = mode === 'background' || mode === 'background_solid';
  const color = background ? textOn(shown.color) : mode === 'none' ? theme.text : legible(shown.color, theme.surface, 3);
  const text = element('div', { class: 'stat-text' }, named ? element('span', { class: 'stat-name' }, one.title) : null, textMode === 'name' ? null : valueElement(shown, color));
  const [link] = valueLinks(one.field.config.links, context.scope, one.field, one.value, one.frame, one.row);
  const body = link ? anchor(link, { class: 'stat-link' }, text) : text;
  const curve = asString(options['graphMode'], 'area') === 'area' && one.row === undefined ? sparkline(one.frame, one.field, data.range, background ? textOn(shown.color) : shown.color) : null;
  const host = element('div', { class: `stat justify-${asString(options['justifyMode'], 'auto')}${background ? ' stat-filled' : ''}` }, curve, body);
  if (background) host.style.background = shown.color;
  if (background) host.style.color = color;
  return host;
}

function valueElement(shown: Display, color: string): HTMLElement {
  const value = element(
    'span',
    { class: 'stat-value' },
    shown.prefix === '' ? null : element('span', { class: 'unit' }, shown.prefix),
    shown.text,
    shown.suffix === '' ? null : element('span', { class: 'unit' }, shown.suffix),
  );
  value.style.color = color;
  return value;
}

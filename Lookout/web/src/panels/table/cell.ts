import { legible, textOn, withAlpha } from '../../color/contrast';
import { asObject, asString } from '../../dashboards/json';
import { valueLinks } from '../../dashboards/links';
import { element } from '../../dom/element';
import { display, fullText, type Ends } from '../../format/display';
import type { StyledField, StyledFrame, Value } from '../../frames/frame';
import { share } from '../../frames/thresholds';
import { anchor } from '../anchor';
import type { PanelContext } from '../panel';

/** Where a cell is, and between which ends its column runs. */
export interface CellPlace {
  readonly frame: StyledFrame;
  readonly field: StyledField;
  readonly row: number;
  readonly ends: Ends;
}

export const cellType = ({ config }: StyledField): string => asString(asObject(config.custom['cellOptions'])['type'], asString(config.custom['displayMode'], 'auto'));

/** Text left, numbers right, unless the dashboard says otherwise. */
export function alignment({ config, type }: StyledField): string {
  const set = asString(config.custom['align'], 'auto');
  return set === 'auto' || set === '' ? (type === 'number' && config.unit !== 'string' ? 'right' : 'left') : set;
}

/** A cell: its value as text, coloured, or as a bar, and where it leads to. */
export function tableCell({ frame, field, row, ends }: CellPlace, context: PanelContext): HTMLTableCellElement {
  const value: Value = field.values[row] ?? null;
  const theme = context.theme();
  const shown = display(value, field, theme.name, ends);
  // The panel's own text for no value speaks of the whole table; a cell has one only where a column sets it.
  const ownText = field.config.noValue !== context.panel.fieldConfig.defaults.noValue;
  const text = value === null && !ownText ? '' : fullText(shown);
  const [link] = valueLinks(field.config.links, context.scope, field, value, frame, row);
  const label = element('span', { class: 'cell-text' }, text);
  const cell = element('td', { class: `align-${alignment(field)}`, title: text }, link && text !== '' ? anchor(link, {}, label) : label);
  const { mode } = asObject(field.config.custom['cellOptions']);
  switch (value === null ? 'auto' : cellType(field)) {
    case 'color-text':
      label.style.color = legible(shown.color, theme.surface);
      break;
    case 'color-background':
    case 'color-background-solid':
      cell.style.background = mode === 'gradient' ? `linear-gradient(120deg, ${withAlpha(shown.color, 0.75)}, ${shown.color})` : shown.color;
      label.style.color = textOn(shown.color);
      break;
    case 'gauge':
    case 'basic':
    case 'gradient-gauge':
    case 'lcd-gauge': {
      const fill = element('span', { class: 'cell-fill' });
      fill.style.width = `${(Number.isFinite(shown.numeric) ? share(shown.numeric, ends.min, ends.max) : 0) * 100}%`;
      fill.style.background = mode === 'gradient' ? `linear-gradient(to right, ${withAlpha(shown.color, 0.35)}, ${shown.color})` : shown.color;
      cell.prepend(element('span', { class: 'cell-gauge', 'aria-hidden': 'true' }, fill));
      cell.classList.add('has-gauge');
      label.style.color = legible(shown.color, theme.surface);
      break;
    }
  }
  return cell;
}

import { element } from '../../dom/element';
import { icon } from '../../dom/icons';
import { openPopover } from '../../dom/popover';
import { allValue, type Option, type VariableState } from '../variableModel';

/** Chooses values of a variable by its name. */
export type ChooseValues = (name: string, values: readonly string[]) => void;

/** The controls of the variables that the dashboard does not hide. */
export function variablePickers(states: readonly VariableState[], choose: ChooseValues): HTMLElement[] {
  return states
    .filter(({ variable }) => variable.hide !== 'variable' && variable.type !== 'constant' && !(variable.type === 'datasource'))
    .map((state) => picker(state, choose));
}

function picker(state: VariableState, choose: ChooseValues): HTMLElement {
  const { variable, error } = state;
  const label = element('span', { class: variable.hide === 'label' ? 'visually-hidden' : 'variable-label' }, variable.label);
  const control = variable.type === 'textbox' ? textbox(state, choose) : variable.multi ? multiple(state, choose) : single(state, choose);
  return element('label', { class: `variable${error ? ' variable-failed' : ''}`, 'data-variable': variable.name, title: error ?? variable.description }, label, control);
}

function single({ variable, options, selected }: VariableState, choose: ChooseValues): HTMLElement {
  const select = element('select', { class: 'select', onchange: () => choose(variable.name, [select.value]) });
  const offered: readonly Option[] = variable.includeAll ? [{ text: 'All', value: allValue }, ...options] : options;
  const missing = selected.filter((value) => !offered.some((option) => option.value === value)).map((value) => ({ text: value, value }));
  select.append(...[...missing, ...offered].map(({ text, value }) => element('option', { value }, text)));
  if (select.options.length === 0) select.append(element('option', { value: '' }, 'None'));
  select.value = selected[0] ?? '';
  return select;
}

function textbox({ variable, selected }: VariableState, choose: ChooseValues): HTMLElement {
  const field = element('input', { class: 'field', value: selected[0] ?? '', placeholder: 'Enter value', spellcheck: 'false' });
  field.addEventListener('change', () => choose(variable.name, [field.value]));
  return field;
}

function multiple(state: VariableState, choose: ChooseValues): HTMLElement {
  const { variable, options, selected } = state;
  const text = selected.includes(allValue) ? 'All' : selected.length > 2 ? `${selected.length} chosen` : selected.map((value) => options.find((option) => option.value === value)?.text ?? value).join(' + ') || 'None';
  const button = element('button', { type: 'button', class: 'button variable-button', 'aria-haspopup': 'listbox', 'aria-expanded': 'false', onclick: () => open() }, element('span', {}, text), icon('down'));
  const open = (): void => {
    let chosen: readonly string[] = selected;
    const list = checkboxes(state, (values) => (chosen = values));
    const popover = openPopover(button, variable.label, list);
    // The dashboard follows when the list is closed: it is not asked for every tick.
    popover.addEventListener('toggle', () => {
      if (!popover.matches(':popover-open') && chosen.join('\n') !== selected.join('\n')) choose(variable.name, chosen);
    });
    popover.querySelector('input')?.focus();
  };
  return button;
}

function checkboxes({ variable, options, selected }: VariableState, changed: (values: readonly string[]) => void): HTMLElement {
  let chosen = new Set(selected);
  const offered: readonly Option[] = variable.includeAll ? [{ text: 'All', value: allValue }, ...options] : options;
  const entries = offered.map(({ text, value }) => {
    const box = element('input', { type: 'checkbox', value });
    box.checked = chosen.has(value);
    box.addEventListener('change', () => toggle(value, box.checked));
    return { box, text, row: element('label', { class: 'check' }, box, element('span', {}, text)) };
  });
  const toggle = (value: string, on: boolean): void => {
    if (value === allValue) chosen = on ? new Set([allValue]) : new Set();
    else {
      chosen.delete(allValue);
      if (on) chosen.add(value);
      else chosen.delete(value);
    }
    for (const { box } of entries) box.checked = chosen.has(box.value);
    const order = offered.map((option) => option.value).filter((one) => chosen.has(one));
    changed(order.length > 0 ? order : variable.includeAll ? [allValue] : offered.slice(0, 1).map((option) => option.value));
  };
  const search = element('input', { class: 'field', type: 'search', placeholder: 'Search', 'aria-label': `Search ${variable.label}` });
  search.addEventListener('input', () => {
    for (const { row, text } of entries) row.hidden = !text.toLowerCase().includes(search.value.toLowerCase());
  });
  return element('div', { class: 'variable-list' }, options.length > 8 ? search : null, element('div', { class: 'variable-options', role: 'group', 'aria-label': variable.label }, entries.map(({ row }) => row)));
}

import { matcherOf, operatorOf, operators, type Operator } from '../../alertmanager/matchers';
import type { Matcher } from '../../alertmanager/types';
import { element } from '../../dom/element';
import { icon } from '../../dom/icons';

export interface MatcherFields {
  readonly root: HTMLElement;
  matchers(): Matcher[];
}

/** A line for each matcher: label, operator and value, to change, add and remove. */
export function createMatcherFields(initial: readonly Matcher[], changed: () => void): MatcherFields {
  const rows = element('div', { class: 'matchers' });
  const add = (matcher?: Matcher): HTMLElement => {
    const row = matcherRow(matcher, changed);
    rows.append(row);
    return row;
  };
  for (const matcher of initial) add(matcher);
  if (initial.length === 0) add();
  rows.addEventListener('input', changed);
  const more = element('button', { class: 'button small', type: 'button', onclick: () => add().querySelector('input')?.focus() }, icon('plus'), 'Matcher');
  return {
    root: element('fieldset', { class: 'form-field' }, element('legend', {}, 'Alerts whose labels match all of'), rows, more),
    matchers: () =>
      [...rows.children].flatMap((row) => {
        const [name, value] = [...row.querySelectorAll('input')].map((field) => field.value);
        const operator = row.querySelector('select')?.value as Operator | undefined;
        // An empty line is one that is not filled in yet.
        return name === undefined || value === undefined || operator === undefined || (name === '' && value === '')
          ? []
          : [matcherOf(name.trim(), operator, value)];
      }),
  };
}

function matcherRow(matcher: Matcher | undefined, changed: () => void): HTMLElement {
  const select = element(
    'select',
    { class: 'select', 'aria-label': 'Operator' },
    operators.map((operator) => element('option', { value: operator }, operator)),
  );
  if (matcher !== undefined) select.value = operatorOf(matcher);
  const remove = (): void => {
    row.remove();
    changed();
  };
  const row = element(
    'div',
    { class: 'matcher' },
    element('input', { class: 'field', 'aria-label': 'Label', placeholder: 'label', spellcheck: 'false', value: matcher?.name }),
    select,
    element('input', { class: 'field', 'aria-label': 'Value', placeholder: 'value', spellcheck: 'false', value: matcher?.value }),
    element(
      'button',
      { class: 'icon-button', type: 'button', 'aria-label': `Remove the matcher ${matcher?.name ?? ''}`.trim(), onclick: remove },
      icon('close'),
    ),
  );
  return row;
}

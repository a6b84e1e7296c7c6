import { alertStates, type Alert, type AlertState } from '../../alerting/alert';
import { passes, valuesOf, type AlertFilter } from '../../alerting/filter';
import { groupings, type Grouping } from '../../alerting/group';
import { element } from '../../dom/element';
import { queryValue, replaceQuery } from '../../shell/query';

const lists = [
  ['severity', 'severity', 'All severities'],
  ['service', 'service', 'All services'],
  ['model', 'model_id', 'All models'],
] as const;

/** What the address asks to see. */
export function filterOfAddress(): AlertFilter {
  const states = queryValue('state').split(',');
  return {
    states: new Set(alertStates.filter((state) => states.includes(state))),
    severity: queryValue('severity'),
    service: queryValue('service'),
    model: queryValue('model'),
    text: queryValue('q'),
  };
}

export function groupingOfAddress(): Grouping {
  return groupings.find(([name]) => name === queryValue('group'))?.[0] ?? 'severity';
}

export interface Toolbar {
  readonly root: HTMLElement;
  update(alerts: readonly Alert[]): void;
}

/** The filters over the list; the address holds what is chosen. */
export function createToolbar(): Toolbar {
  const search = element('input', {
    class: 'field search',
    type: 'search',
    placeholder: 'Filter by name, label or text  /',
    'aria-label': 'Filter alerts',
    value: queryValue('q'),
    oninput: () => replaceQuery({ q: search.value }),
  });
  const states = alertStates.map((state) => ({ state, button: stateButton(state) }));
  const selects = lists.map(([query, label, all]) => ({ query, label, all, select: chooser(query, all) }));
  const grouping = element('select', { class: 'select', 'aria-label': 'Group by', onchange: () => replaceQuery({ group: grouping.value }) });
  grouping.append(...groupings.map(([name, title]) => element('option', { value: name }, `By ${title.toLowerCase()}`)));

  return {
    root: element(
      'div',
      { class: 'toolbar' },
      search,
      element(
        'div',
        { class: 'states', role: 'group', 'aria-label': 'States' },
        states.map(({ button }) => button),
      ),
      selects.map(({ select }) => select),
      grouping,
    ),
    update(alerts) {
      const filter = filterOfAddress();
      for (const { state, button } of states) {
        const count = alerts.filter((alert) => passes(alert, { ...filter, states: new Set([state]) })).length;
        button.setAttribute('aria-pressed', String(filter.states.has(state)));
        const text = `${state} ${count}`;
        if (button.textContent !== text) button.textContent = text;
      }
      for (const { query, label, all, select } of selects) offer(select, all, valuesOf(alerts, label), queryValue(query));
      grouping.value = groupingOfAddress();
      if (document.activeElement !== search) search.value = filter.text;
    },
  };
}

function stateButton(state: AlertState): HTMLButtonElement {
  const toggle = (): void => {
    const states = new Set(filterOfAddress().states);
    if (!states.delete(state)) states.add(state);
    replaceQuery({ state: [...states].join(',') });
  };
  return element('button', { class: 'button small', type: 'button', onclick: toggle }, state);
}

function chooser(query: string, all: string): HTMLSelectElement {
  const select = element('select', { class: 'select', 'aria-label': all, onchange: () => replaceQuery({ [query]: select.value }) });
  return select;
}

/** Offers the values; one that is chosen stays, even while nothing has it. */
function offer(select: HTMLSelectElement, all: string, values: readonly string[], chosen: string): void {
  const offered = ['', ...new Set([...values, ...(chosen === '' ? [] : [chosen])])];
  if ([...select.options].map(({ value }) => value).join('\n') !== offered.join('\n') || select.options.length === 0) {
    select.replaceChildren(...offered.map((value) => element('option', { value }, value === '' ? all : value)));
  }
  select.value = chosen;
}

import { roundInterval } from '../time/interval';
import { formatInterval, parseDuration } from '../time/duration';
import type { TimeRange } from '../time/range';
import { interpolate, mentions, promQl, type Scope, type ScopedValue } from './interpolate';
import { applyRegex, customOptions, intervalOptions, sortOptions } from './options';
import { allValue, type Option, type Variable, type VariableState } from './variableModel';

/** Asks Prometheus for the values behind a query variable. */
export type FetchValues = (query: string, range: TimeRange, signal: AbortSignal) => Promise<readonly string[]>;

/** Choices by variable name, as the address has them. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** Fills the variables in the order of the file, so that each may use those before it; those that are known stay. */
export async function resolveVariables(
  variables: readonly Variable[],
  choices: Choices,
  range: TimeRange,
  globals: Scope,
  fetchValues: FetchValues,
  signal: AbortSignal,
  known: readonly VariableState[] = [],
): Promise<VariableState[]> {
  const states: VariableState[] = [];
  for (const variable of variables) {
    const kept = known.find((state) => state.variable === variable);
    if (kept) {
      states.push(kept);
      continue;
    }
    const scope = { ...globals, ...scopeOf(states, range) };
    states.push(await resolve(variable, choices[variable.name], scope, range, fetchValues, signal));
  }
  return states;
}

async function resolve(
  variable: Variable,
  chosen: readonly string[] | undefined,
  scope: Scope,
  range: TimeRange,
  fetchValues: FetchValues,
  signal: AbortSignal,
): Promise<VariableState> {
  try {
    const options = await optionsOf(variable, scope, range, fetchValues, signal);
    return { variable, options, selected: select(variable, options, chosen) };
  } catch (error) {
    signal.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    return { variable, options: [], selected: chosen ?? variable.current, error: `The values of $${variable.name} could not be read. ${message}` };
  }
}

async function optionsOf(variable: Variable, scope: Scope, range: TimeRange, fetchValues: FetchValues, signal: AbortSignal): Promise<Option[]> {
  switch (variable.type) {
    case 'query': {
      const values = await fetchValues(interpolate(variable.query, scope, promQl), range, signal);
      return sortOptions(applyRegex(values, interpolate(variable.regex, scope)), variable.sort);
    }
    case 'custom':
      return customOptions(variable.query);
    case 'interval': {
      const options = intervalOptions(variable.query);
      return variable.auto ? [{ text: 'auto', value: autoValue(variable) }, ...options] : options;
    }
    case 'datasource':
      return [{ text: variable.query === '' ? 'default' : variable.query, value: variable.query }];
    case 'textbox':
    case 'constant':
      return [{ text: variable.query, value: variable.query }];
  }
}

const autoValue = (variable: Variable): string => `$__auto_interval_${variable.name}`;

/** What stays chosen: what the address or the file says as far as it exists, else the first option. */
function select(variable: Variable, options: readonly Option[], chosen: readonly string[] | undefined): readonly string[] {
  if (variable.type === 'constant' || variable.type === 'datasource') return options.map((option) => option.value);
  if (variable.type === 'textbox') return [chosen?.[0] ?? (variable.current[0] ?? variable.query)];
  const wanted = (chosen ?? variable.current).map((value) => (value === 'All' && variable.includeAll ? allValue : value === 'auto' ? autoValue(variable) : value));
  if (variable.includeAll && wanted.includes(allValue)) return [allValue];
  const known = wanted.filter((value) => options.some((option) => option.value === value));
  if (known.length > 0) return variable.multi ? known : known.slice(0, 1);
  if (variable.includeAll) return [allValue];
  return options.slice(0, 1).map((option) => option.value);
}

/** The variables as queries and texts use them. */
export function scopeOf(states: readonly VariableState[], range: TimeRange): Scope {
  return Object.fromEntries(states.map((state) => [state.variable.name, scopedValue(state, range)]));
}

function scopedValue({ variable, options, selected }: VariableState, range: TimeRange): ScopedValue {
  const all = selected.includes(allValue);
  const values = all ? options.map((option) => option.value) : selected.map((value) => (value === autoValue(variable) ? autoInterval(variable, range) : value));
  const textOf = (value: string): string => options.find((option) => option.value === value)?.text ?? value;
  return {
    values,
    texts: all ? ['All'] : selected.map(textOf),
    multiple: variable.multi || variable.includeAll,
    all,
    ...(all && variable.allValue ? { allValue: variable.allValue } : {}),
  };
}

function autoInterval(variable: Variable, range: TimeRange): string {
  const least = parseDuration(variable.autoMin) ?? 10000;
  return formatInterval(Math.max(least, roundInterval((range.to - range.from) / Math.max(1, variable.autoCount))));
}

/** The names of the variables that follow, directly or through another, from one that changed. */
export function dependents(variables: readonly Variable[], name: string): string[] {
  const changed = [name];
  for (const variable of variables) {
    if (changed.some((one) => one !== variable.name && (mentions(variable.query, one) || mentions(variable.regex, one)))) changed.push(variable.name);
  }
  return changed.slice(1);
}

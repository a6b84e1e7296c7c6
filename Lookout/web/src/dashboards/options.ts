import type { Option } from './variableModel';

/** The options of a custom variable: `a, b : 2, label : value`; a comma in a value is written `\,`. */
export function customOptions(query: string): Option[] {
  return [...query.matchAll(/(?:\\,|[^,])+/g)]
    .map(([part]) => part.replace(/\\,/g, ',').trim())
    .filter((part) => part !== '')
    .map((part) => {
      const pair = /^\s*(.+)\s:\s(.+)$/.exec(part);
      return pair ? { text: pair[1]!.trim(), value: pair[2]!.trim() } : { text: part, value: part };
    });
}

/** The options of an interval variable: durations, and commas or quotes between them. */
export function intervalOptions(query: string): Option[] {
  return [...query.matchAll(/(["'])(.*?)\1|[\w.]+/g)].map(([whole, , quoted]) => ({ text: quoted ?? whole, value: quoted ?? whole }));
}

/**
 * What the variable's regular expression makes of the values: those that match, or what its first group
 * or the groups `value` and `text` catch. Each option once.
 */
export function applyRegex(values: readonly string[], regex: string): Option[] {
  const expression = toRegExp(regex);
  const options = new Map<string, Option>();
  for (const value of values) {
    const option = expression === null ? { text: value, value } : caught(expression, value);
    if (option !== null && !options.has(option.value)) options.set(option.value, option);
  }
  return [...options.values()];
}

function caught(expression: RegExp, text: string): Option | null {
  const match = expression.exec(text);
  expression.lastIndex = 0;
  if (match === null) return null;
  const value = match.groups?.['value'] ?? match.groups?.['text'] ?? match[1] ?? text;
  return { value, text: match.groups?.['text'] ?? value };
}

/** Reads `/expression/flags`, or an expression by itself. Throws a sentence that names what is wrong with it. */
export function toRegExp(text: string): RegExp | null {
  if (text === '') return null;
  const delimited = /^\/(.*)\/([gimsuy]*)$/s.exec(text);
  try {
    return delimited ? new RegExp(delimited[1]!, delimited[2]!.replace('g', '')) : new RegExp(text);
  } catch (error) {
    throw new Error(`The regular expression ${text} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const natural = new Intl.Collator('en', { numeric: true });

/** Grafana's sort orders: 1-2 by name, 3-4 by the first number, 5-6 by name in any case, 7-8 natural; even ones descend. */
export function sortOptions(options: readonly Option[], sort: number): Option[] {
  const sorted = [...options];
  if (sort <= 0 || sort > 8) return sorted;
  const number = (option: Option): number => Number(/-?\d+(\.\d+)?/.exec(option.text)?.[0] ?? -1);
  const compare: readonly ((a: Option, b: Option) => number)[] = [
    (a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
    (a, b) => number(a) - number(b),
    (a, b) => a.text.toLowerCase().localeCompare(b.text.toLowerCase()),
    (a, b) => natural.compare(a.text, b.text),
  ];
  sorted.sort(compare[Math.floor((sort - 1) / 2)]);
  return sort % 2 === 0 ? sorted.reverse() : sorted;
}

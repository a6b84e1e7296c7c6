import type { Value } from './frame';

type Reduce = (numbers: readonly number[], all: readonly Value[]) => number | string | null;

const finite = (value: Value): value is number => typeof value === 'number' && !Number.isNaN(value);
const present = (value: Value): boolean => value !== null && !Number.isNaN(value);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);
const least = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : numbers.reduce((a, b) => Math.min(a, b)));
const most = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : numbers.reduce((a, b) => Math.max(a, b)));

const reducers: Readonly<Record<string, Reduce>> = {
  lastNotNull: (_, all) => all[lastIndex(all)] ?? null,
  last: (_, all) => all.at(-1) ?? null,
  firstNotNull: (_, all) => all.find(present) ?? null,
  first: (_, all) => all[0] ?? null,
  mean: (numbers) => (numbers.length === 0 ? null : sum(numbers) / numbers.length),
  min: least,
  max: most,
  sum: (numbers) => (numbers.length === 0 ? null : sum(numbers)),
  count: (_, all) => all.length,
  range: (numbers) => (numbers.length === 0 ? null : most(numbers)! - least(numbers)!),
  delta,
};

const names: Readonly<Record<string, string>> = {
  lastNotNull: 'Last *',
  last: 'Last',
  firstNotNull: 'First *',
  first: 'First',
  mean: 'Mean',
  min: 'Min',
  max: 'Max',
  sum: 'Total',
  count: 'Count',
  range: 'Range',
  delta: 'Delta',
};

/** One value for many, by Grafana's name of the calculation. Null when there is nothing to calculate from, or the name is unknown. */
export function reduce(values: readonly Value[], calc: string): number | string | null {
  return reducers[calc]?.(values.filter(finite), values) ?? null;
}

export const reducerName = (calc: string): string => names[calc] ?? calc;

function lastIndex(all: readonly Value[]): number {
  for (let index = all.length - 1; index >= 0; index--) if (present(all[index] ?? null)) return index;
  return -1;
}

/** What a counter grew by: the steps up, and after a reset what it has counted since. */
function delta(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  let total = 0;
  for (let i = 1; i < numbers.length; i++) {
    const step = numbers[i]! - numbers[i - 1]!;
    total += step < 0 ? numbers[i]! : step;
  }
  return total;
}

import type { Labels, Matcher } from './types';

export type Operator = '=' | '!=' | '=~' | '!~';

export const operators: readonly Operator[] = ['=', '!=', '=~', '!~'];

export function operatorOf({ isEqual, isRegex }: Pick<Matcher, 'isEqual' | 'isRegex'>): Operator {
  return isRegex ? (isEqual ? '=~' : '!~') : isEqual ? '=' : '!=';
}

export function matcherOf(name: string, operator: Operator, value: string): Matcher {
  return { name, value, isRegex: operator.endsWith('~'), isEqual: operator.startsWith('=') };
}

/** A matcher as Alertmanager writes it. */
export function matcherText(matcher: Matcher): string {
  return `${matcher.name}${operatorOf(matcher)}${JSON.stringify(matcher.value)}`;
}

/**
 * Whether the labels satisfy every matcher, as Alertmanager decides it: a regular expression must match the whole value, and a label that is missing is an
 * empty one. Throws SyntaxError for an expression that this browser cannot read.
 */
export function matches(matchers: readonly Matcher[], labels: Labels): boolean {
  return matchers.every(({ name, value, isRegex, isEqual }) => {
    const actual = labels[name] ?? '';
    return (isRegex ? new RegExp(`^(?:${value})$`, 'u').test(actual) : actual === value) === isEqual;
  });
}

import type { Json } from './json';

export type VariableType = 'query' | 'custom' | 'interval' | 'textbox' | 'constant' | 'datasource';

/** The value that stands for every option, in the address and in the file. */
export const allValue = '$__all';

/** A template variable as the dashboard declares it. */
export interface Variable {
  readonly type: VariableType;
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly hide: 'none' | 'label' | 'variable';
  readonly multi: boolean;
  readonly includeAll: boolean;
  /** What `All` stands for instead of every option. */
  readonly allValue: string | undefined;
  readonly query: string;
  readonly regex: string;
  readonly sort: number;
  /** 1: when the dashboard is opened, 2: whenever the time range changes. */
  readonly refresh: number;
  readonly auto: boolean;
  readonly autoCount: number;
  readonly autoMin: string;
  readonly current: readonly string[];
  readonly source: Json;
}

/** A choice: what is shown, and what is put into queries. */
export interface Option {
  readonly text: string;
  readonly value: string;
}

/** A variable with what is chosen of it. */
export interface VariableState {
  readonly variable: Variable;
  readonly options: readonly Option[];
  readonly selected: readonly string[];
  readonly error?: string | undefined;
}

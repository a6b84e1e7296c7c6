import type { Labels } from '../format/legend';
import type { FieldConfig } from './fieldConfig';

export type Value = number | string | null;

/** A column: times are epoch milliseconds. */
export interface Field {
  readonly name: string;
  readonly type: 'time' | 'number' | 'string';
  readonly values: readonly Value[];
  readonly labels: Labels;
  /** The legend that the query gives the field. */
  readonly legend?: string | undefined;
}

/** Columns of the same length, from one query. */
export interface Frame {
  readonly refId: string;
  readonly fields: readonly Field[];
}

/** A field with everything that says how it is shown. */
export interface StyledField extends Field {
  readonly title: string;
  readonly config: FieldConfig;
  /** Its place among the fields that take a colour of the palette. */
  readonly index: number;
}

export interface StyledFrame {
  readonly refId: string;
  readonly fields: readonly StyledField[];
}

export const lengthOf = (frame: Frame): number => frame.fields[0]?.values.length ?? 0;

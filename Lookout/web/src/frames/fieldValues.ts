import { asArray, asBoolean, asNumber, asObject, asString, type Json } from '../dashboards/json';
import { safeRegExp } from '../dashboards/readFieldConfig';
import type { StyledField, StyledFrame, Value } from './frame';
import { reduce } from './reducers';

/** One value that stat, gauge or bar gauge shows, and where it comes from. */
export interface FieldValue {
  readonly title: string;
  readonly value: Value;
  readonly field: StyledField;
  readonly frame: StyledFrame;
  readonly row: number | undefined;
}

/** The values that `reduceOptions` asks for: one of each field, or each row when all values are asked for. */
export function fieldValues(frames: readonly StyledFrame[], options: Json): FieldValue[] {
  const reduceOptions = asObject(options['reduceOptions']);
  const calc = asString(asArray(reduceOptions['calcs'])[0], 'lastNotNull');
  const wanted = fieldFilter(asString(reduceOptions['fields']));
  const limit = asNumber(reduceOptions['limit']) ?? 100;
  const every = asBoolean(reduceOptions['values']);
  const values = frames.flatMap((frame) =>
    frame.fields.filter(wanted).flatMap((field): FieldValue[] => {
      if (!every) return [{ title: field.title, value: reduce(field.values, calc), field, frame, row: undefined }];
      const names = frame.fields.find((other) => other.type === 'string');
      return field.values.map((value, row) => ({ title: names ? String(names.values[row] ?? '') : field.title, value, field, frame, row }));
    }),
  );
  return every ? values.slice(0, limit) : values;
}

/** No name: numbers. A name, or an expression between slashes: the fields that it names. */
function fieldFilter(fields: string): (field: StyledField) => boolean {
  if (fields === '') return (field) => field.type === 'number';
  const expression = fields.startsWith('/') ? safeRegExp(fields) : null;
  return (field) => (expression ? expression.test(field.title) : field.title === fields);
}

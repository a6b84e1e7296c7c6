import { asArray, asBoolean, asNumber, asObject, asObjects, asString, asStrings, type Json } from '../dashboards/json';
import type { Transformation } from '../dashboards/model';
import { safeRegExp } from '../dashboards/readFieldConfig';
import { lengthOf, type Field, type Frame, type Value } from './frame';
import { mergeFrames } from './merge';

const nameOf = (field: Field): string => field.legend ?? field.name;

/** Applies a panel's transformations, one after the other. */
export function transform(frames: readonly Frame[], transformations: readonly Transformation[]): readonly Frame[] {
  return transformations.reduce((known, { id, options }) => apply(known, id, options), frames);
}

function apply(frames: readonly Frame[], id: string, options: Json): readonly Frame[] {
  switch (id) {
    case 'merge':
      return mergeFrames(frames);
    case 'organize':
      return frames.map((frame) => organize(frame, options));
    case 'sortBy':
      return frames.map((frame) => sortBy(frame, options));
    case 'filterFieldsByName':
      return frames.map((frame) => filterFields(frame, options)).filter((frame) => frame.fields.length > 0);
    case 'labelsToFields':
      return labelsToFields(frames, options);
    default:
      return frames;
  }
}

function organize(frame: Frame, options: Json): Frame {
  const excluded = asObject(options['excludeByName']);
  const order = asObject(options['indexByName']);
  const renamed = asObject(options['renameByName']);
  const place = (field: Field, index: number): number => asNumber(order[nameOf(field)]) ?? index + 1000;
  const kept = frame.fields
    .map((field, index) => ({ field, at: place(field, index) }))
    .filter(({ field }) => excluded[nameOf(field)] !== true)
    .sort((a, b) => a.at - b.at);
  return {
    ...frame,
    fields: kept.map(({ field }) => {
      const name = asString(renamed[nameOf(field)]);
      return name === '' ? field : { ...field, name, legend: field.legend === undefined ? undefined : name };
    }),
  };
}

function sortBy(frame: Frame, options: Json): Frame {
  const [by] = asObjects(options['sort']);
  const field = frame.fields.find((one) => nameOf(one) === asString(by?.['field']));
  if (field === undefined) return frame;
  const order = field.values.map((_, index) => index).sort((a, b) => compareValues(field.values[a] ?? null, field.values[b] ?? null));
  if (asBoolean(by?.['desc'])) order.reverse();
  return { ...frame, fields: frame.fields.map((one) => ({ ...one, values: order.map((index) => one.values[index] ?? null) })) };
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** Numbers by size, text as people order it; nothing comes first. */
export function compareValues(a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : Number.isNaN(b) ? 1 : a === b ? 0 : a - b;
  return collator.compare(String(a), String(b));
}

function filterFields(frame: Frame, options: Json): Frame {
  const include = asObject(options['include']);
  const exclude = asObject(options['exclude']);
  const named = (rule: Json, name: string): boolean =>
    asStrings(rule['names']).includes(name) || (asString(rule['pattern']) !== '' && safeRegExp(asString(rule['pattern'])).test(name));
  const limits = asArray(include['names']).length > 0 || asString(include['pattern']) !== '';
  return { ...frame, fields: frame.fields.filter((field) => (!limits || named(include, nameOf(field))) && !named(exclude, nameOf(field))) };
}

/** Labels become columns; values with the same labels and times are merged into rows. */
function labelsToFields(frames: readonly Frame[], options: Json): readonly Frame[] {
  const keep = asStrings(options['keepLabels']);
  const valueLabel = asString(options['valueLabel']);
  const spread = frames.map((frame): Frame => {
    const labelled = frame.fields.filter((field) => field.type !== 'time');
    const names = [...new Set(labelled.flatMap((field) => Object.keys(field.labels)))].filter((name) => name !== valueLabel && (keep.length === 0 || keep.includes(name)));
    const labelValue = (name: string): string => labelled.find((field) => field.labels[name] !== undefined)?.labels[name] ?? '';
    const columns = names.map((name): Field => ({ name, type: 'string', labels: {}, values: Array.from({ length: lengthOf(frame) }, () => labelValue(name)) }));
    const times = frame.fields.filter((field) => field.type === 'time');
    const values = labelled.map((field): Field => ({ ...field, name: field.labels[valueLabel] ?? field.name, labels: {}, legend: undefined }));
    return { ...frame, fields: [...times, ...columns, ...values] };
  });
  return mergeFrames(spread);
}

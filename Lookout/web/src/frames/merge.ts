import { lengthOf, type Field, type Frame, type Value } from './frame';

type Row = Map<string, Value>;

/**
 * Merges frames into one table: rows whose common columns are equal become one row, as far as their other columns do not contradict.
 * Columns are common when every frame has them. Frames that share no column stay as they are.
 */
export function mergeFrames(source: readonly Frame[]): readonly Frame[] {
  const frames = source.filter((frame) => frame.fields.length > 0);
  if (frames.length <= 1) return frames.length === 0 ? source.slice(0, 1) : frames;
  const columns = new Map<string, Field>();
  for (const field of frames.flatMap((frame) => frame.fields)) if (!columns.has(field.name)) columns.set(field.name, field);
  const keys = [...columns.keys()].filter((name) => frames.every((frame) => frame.fields.some((field) => field.name === name)));
  if (keys.length === 0) return source;
  const byKey = new Map<string, Row[]>();
  const rows: Row[] = [];
  for (const row of frames.flatMap(rowsOf)) {
    const key = JSON.stringify(keys.map((name) => row.get(name)));
    const alike = byKey.get(key) ?? [];
    byKey.set(key, alike);
    let merged = false;
    for (const known of alike) {
      if (!fits(known, row)) continue;
      for (const [name, value] of row) known.set(name, value);
      merged = true;
    }
    if (merged) continue;
    alike.push(row);
    rows.push(row);
  }
  const fields = [...columns].map(([name, field]): Field => ({ name, type: field.type, labels: {}, values: rows.map((row) => row.get(name) ?? null) }));
  return [{ refId: `merge-${frames.map((frame) => frame.refId).join('-')}`, fields }];
}

function rowsOf(frame: Frame): Row[] {
  return Array.from({ length: lengthOf(frame) }, (_, index) => new Map(frame.fields.map((field) => [field.name, field.values[index] ?? null])));
}

function fits(known: Row, row: Row): boolean {
  for (const [name, value] of row) {
    const existing = known.get(name);
    if (existing !== undefined && existing !== null && value !== null && !Object.is(existing, value)) return false;
  }
  return true;
}

import type { Scope, ScopedValue } from './interpolate';
import type { Panel } from './model';

/** A panel as it is placed: with the value of the variable that it is repeated for, and a key of its own. */
export interface PlacedPanel {
  readonly key: string;
  readonly panel: Panel;
  readonly scope: Scope;
}

const columns = 24;

/** Repeats rows and panels for each chosen value of their variable, and moves what is below down. */
export function repeatPanels(panels: readonly Panel[], scope: Scope): PlacedPanel[] {
  const placed: PlacedPanel[] = [];
  let shift = 0;
  for (const { row, panels: inRow } of sections(panels)) {
    const values = row?.repeat === undefined ? undefined : scope[row.repeat];
    const copies = values === undefined ? [undefined] : each(values);
    const top = (row?.gridPos.y ?? 0) + (row ? 1 : 0);
    const bottom = bottomOf(inRow, top);
    for (const [index, one] of copies.entries()) {
      const own: Scope = one === undefined ? {} : { [row!.repeat!]: one };
      const suffix = index === 0 ? '' : `-${one?.values[0] ?? index}`;
      const inside = repeatWithin(inRow, scope, own, suffix);
      if (row) placed.push({ key: `${row.id}${suffix}`, panel: movedBy(row, shift), scope: own });
      placed.push(...inside.map((panel) => ({ ...panel, panel: movedBy(panel.panel, shift) })));
      const grown = bottomOf(inside.map(({ panel }) => panel), top);
      // The next copy begins below this one; what follows the last moves by what it grew.
      shift += index < copies.length - 1 ? grown - (row?.gridPos.y ?? 0) : grown - bottom;
    }
  }
  return placed;
}

/** The panels that a collapsed row of the file holds, repeated like others. */
export function rowContents(row: PlacedPanel, scope: Scope): PlacedPanel[] {
  return repeatWithin(row.panel.panels, scope, row.scope, row.key.slice(String(row.panel.id).length));
}

interface Section {
  readonly row: Panel | undefined;
  readonly panels: Panel[];
}

/** A row and the panels below it, up to the next row. */
function sections(panels: readonly Panel[]): Section[] {
  const sorted = [...panels].sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x);
  const result: Section[] = [];
  for (const panel of sorted) {
    const last = result.at(-1);
    if (panel.type === 'row') result.push({ row: panel, panels: [] });
    else if (last === undefined) result.push({ row: undefined, panels: [panel] });
    else last.panels.push(panel);
  }
  return result;
}

function repeatWithin(panels: readonly Panel[], scope: Scope, outer: Scope, suffix: string): PlacedPanel[] {
  const placed: PlacedPanel[] = [];
  let shift = 0;
  for (const panel of panels) {
    const values = panel.repeat === undefined ? undefined : (outer[panel.repeat] ?? scope[panel.repeat]);
    if (values === undefined) {
      placed.push({ key: `${panel.id}${suffix}`, panel: movedBy(panel, shift), scope: outer });
      continue;
    }
    const copies = each(values);
    const vertical = panel.repeatDirection === 'v';
    const across = vertical ? 1 : Math.max(1, Math.min(copies.length, panel.maxPerRow ?? 4));
    const width = vertical ? panel.gridPos.w : Math.floor(columns / across);
    copies.forEach((one, index) => {
      const x = vertical ? panel.gridPos.x : (index % across) * width;
      const y = panel.gridPos.y + shift + Math.floor(index / across) * panel.gridPos.h;
      const key = `${panel.id}${suffix}${index === 0 ? '' : `-${one.values[0] ?? index}`}`;
      placed.push({ key, panel: { ...panel, gridPos: { ...panel.gridPos, x, y, w: width } }, scope: { ...outer, [panel.repeat!]: one } });
    });
    shift += Math.max(0, Math.ceil(copies.length / across) - 1) * panel.gridPos.h;
  }
  return placed;
}

/** Each value by itself, as a variable with that one value. */
function each(value: ScopedValue): ScopedValue[] {
  return value.values.map((one, index) => ({ values: [one], texts: [value.all ? one : (value.texts[index] ?? one)], multiple: value.multiple, all: false }));
}

function movedBy(panel: Panel, shift: number): Panel {
  return shift === 0 ? panel : { ...panel, gridPos: { ...panel.gridPos, y: panel.gridPos.y + shift } };
}

function bottomOf(panels: readonly Panel[], least: number): number {
  return panels.reduce((bottom, { gridPos }) => Math.max(bottom, gridPos.y + gridPos.h), least);
}

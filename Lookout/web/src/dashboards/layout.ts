import type { Scope } from './interpolate';
import type { GridPos } from './model';
import { rowContents, type PlacedPanel } from './repeat';

/** A panel where the grid shows it. */
export interface LaidOutPanel extends PlacedPanel {
  readonly grid: GridPos;
  readonly open: boolean;
  /** Rows only: how many panels it holds. */
  readonly held: number;
}

/** Whether each row is open, by key; a row without a mark is as the file says. */
export type RowMarks = ReadonlyMap<string, boolean>;

/** Places panels on the grid: closed rows take their panels away, opened ones bring them, and what follows moves up or down. */
export function layOut(panels: readonly PlacedPanel[], marks: RowMarks, scope: Scope): LaidOutPanel[] {
  const sorted = [...panels].sort((a, b) => a.panel.gridPos.y - b.panel.gridPos.y || a.panel.gridPos.x - b.panel.gridPos.x);
  const result: LaidOutPanel[] = [];
  let shift = 0;
  let hidden: { readonly top: number; bottom: number } | undefined;
  const endHidden = (): void => {
    if (hidden) shift -= hidden.bottom - hidden.top;
    hidden = undefined;
  };
  for (const [index, placed] of sorted.entries()) {
    const { panel } = placed;
    if (panel.type !== 'row') {
      if (hidden) hidden.bottom = Math.max(hidden.bottom, panel.gridPos.y + panel.gridPos.h);
      else result.push({ ...placed, grid: moved(panel.gridPos, shift), open: true, held: 0 });
      continue;
    }
    endHidden();
    const open = marks.get(placed.key) ?? !panel.collapsed;
    const following = sorted.slice(index + 1);
    const next = following.findIndex((other) => other.panel.type === 'row');
    const held = panel.collapsed ? panel.panels.length : next < 0 ? following.length : next;
    result.push({ ...placed, grid: { ...moved(panel.gridPos, shift), x: 0, w: 24, h: 1 }, open, held });
    const below = panel.gridPos.y + 1;
    if (!open && !panel.collapsed) hidden = { top: below, bottom: below };
    if (open && panel.collapsed) shift += place(result, rowContents(placed, scope), below + shift);
  }
  return result;
}

/** Puts a row's own panels below it; returns how much room they take. */
function place(result: LaidOutPanel[], contents: readonly PlacedPanel[], top: number): number {
  if (contents.length === 0) return 0;
  const first = Math.min(...contents.map(({ panel }) => panel.gridPos.y));
  const bottom = Math.max(...contents.map(({ panel }) => panel.gridPos.y + panel.gridPos.h));
  for (const placed of contents) result.push({ ...placed, grid: moved(placed.panel.gridPos, top - first), open: true, held: 0 });
  return bottom - first;
}

function moved(grid: GridPos, shift: number): GridPos {
  return { ...grid, y: grid.y + shift };
}

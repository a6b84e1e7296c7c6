/** Up to so many rows are all there: the browser's own search finds them, and columns have their final width at once. */
export const allRows = 60;

/** Rows beyond those in sight, so that a turn of the wheel finds some. */
const margin = 20;

/** The rows that are there: from `first` up to, but without, `end`. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

/** Which rows of a long table are worth being there, given what is scrolled away and what is in sight, in pixels. */
export function rowWindow(count: number, rowHeight: number, scrolled: number, inSight: number): RowWindow {
  if (count <= allRows) return { first: 0, end: count };
  const top = Math.min(Math.floor(scrolled / rowHeight), count - 1);
  return { first: Math.max(0, top - margin), end: Math.min(count, top + Math.ceil(inSight / rowHeight) + margin) };
}

/** Whether what is in sight now is still within the rows that are there. */
export function covers({ first, end }: RowWindow, count: number, rowHeight: number, scrolled: number, inSight: number): boolean {
  return first * rowHeight <= Math.max(0, scrolled) && Math.min(count * rowHeight, scrolled + inSight) <= end * rowHeight;
}

import { describe, expect, it } from 'vitest';
import type { ScopedValue } from './interpolate';
import { layOut } from './layout';
import { readDashboard } from './read';
import { repeatPanels } from './repeat';

const two: ScopedValue = { values: ['a', 'b'], texts: ['a', 'b'], multiple: true, all: false };
const scope = { m: two };
const panels = (...list: readonly object[]) => readDashboard({ panels: list }).panels;
const at = (id: number, x: number, y: number, w: number, h: number, more = {}) => ({ id, type: 'stat', gridPos: { x, y, w, h }, ...more });
const row = (id: number, y: number, more = {}) => ({ id, type: 'row', gridPos: { x: 0, y, w: 24, h: 1 }, ...more });
const places = (list: ReturnType<typeof layOut>) => list.map(({ key, grid }) => `${key}@${grid.x},${grid.y} ${grid.w}x${grid.h}`);
const laid = (list: Parameters<typeof repeatPanels>[0], marks = new Map<string, boolean>()) => places(layOut(repeatPanels(list, scope), marks, scope));

describe('repeatPanels', () => {
  it('puts copies beside each other, and moves nothing below them when they fit', () => {
    expect(laid(panels(at(1, 0, 0, 24, 4, { repeat: 'm' }), at(2, 0, 4, 24, 2)))).toEqual(['1@0,0 12x4', '1-b@12,0 12x4', '2@0,4 24x2']);
  });
  it('puts copies below each other, and what follows below them', () => {
    expect(laid(panels(at(1, 0, 0, 6, 4, { repeat: 'm', repeatDirection: 'v' }), at(2, 0, 4, 24, 2)))).toEqual(['1@0,0 6x4', '1-b@0,4 6x4', '2@0,8 24x2']);
  });
  it('gives a new line to what exceeds the panels of a line', () => {
    expect(laid(panels(at(1, 0, 0, 24, 4, { repeat: 'm', maxPerRow: 1 })))).toEqual(['1@0,0 24x4', '1-b@0,4 24x4']);
  });
  it('repeats a row with its panels', () => {
    expect(laid(panels(row(1, 0, { repeat: 'm' }), at(2, 0, 1, 24, 5), row(3, 6), at(4, 0, 7, 24, 2)))).toEqual(['1@0,0 24x1', '2@0,1 24x5', '1-b@0,6 24x1', '2-b@0,7 24x5', '3@0,12 24x1', '4@0,13 24x2']);
  });
  it('gives each copy its own value', () => {
    const [, copy] = repeatPanels(panels(at(1, 0, 0, 24, 4, { repeat: 'm' })), scope);
    expect(copy?.scope['m']?.values).toEqual(['b']);
  });
  it('shows a panel as it is when its variable is unknown', () => expect(laid(panels(at(1, 0, 0, 24, 4, { repeat: 'unknown' })))).toEqual(['1@0,0 24x4']));
});

describe('layOut', () => {
  const closed = panels(row(1, 0, { collapsed: true, panels: [at(2, 0, 1, 12, 4)] }), row(3, 1), at(4, 0, 2, 24, 2));
  it('leaves the panels of a closed row away', () => expect(laid(closed)).toEqual(['1@0,0 24x1', '3@0,1 24x1', '4@0,2 24x2']));
  it('brings them when it is opened, and moves the rest down', () => expect(laid(closed, new Map([['1', true]]))).toEqual(['1@0,0 24x1', '2@0,1 12x4', '3@0,5 24x1', '4@0,6 24x2']));
  it('moves the rest up when an open row is closed', () => {
    const open = panels(row(1, 0), at(2, 0, 1, 12, 4), row(3, 5), at(4, 0, 6, 24, 2));
    expect(laid(open, new Map([['1', false]]))).toEqual(['1@0,0 24x1', '3@0,1 24x1', '4@0,2 24x2']);
  });
  it('repeats the panels of a row that is opened', () => {
    const list = panels(row(1, 0, { collapsed: true, panels: [at(2, 0, 1, 24, 4, { repeat: 'm' })] }));
    expect(laid(list, new Map([['1', true]]))).toEqual(['1@0,0 24x1', '2@0,1 12x4', '2-b@12,1 12x4']);
  });
});

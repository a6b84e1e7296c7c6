import { expect, test } from 'vitest';
import { edgesOf } from './edges';
import { layersOf } from './layers';
import { layOut, nodeSize } from './layout';
import { crossings, orderLayers } from './order';
import type { Resource } from './resources';

const resource = (name: string, ...needs: readonly string[]): Resource => ({
  name,
  kind: 'Project',
  state: 'Running',
  health: 'Healthy',
  urls: {},
  relationships: needs.map((need) => {
    const [type = '', of = ''] = need.includes(':') ? need.split(':') : ['Reference', need];
    return { resource: of, type };
  }),
});

const edge = (from: string, to: string) => ({ from, to, types: ['Reference'], mutual: false });

test('two relations between the same two are one edge of both types', () => {
  expect(edgesOf([resource('a'), resource('b', 'WaitFor:a', 'Reference:a')])).toEqual([{ from: 'a', to: 'b', types: ['Reference', 'WaitFor'], mutual: false }]);
});

test('a relation to what is not shown, or to itself, is no edge', () => {
  expect(edgesOf([resource('a', 'a', 'elsewhere')])).toEqual([]);
});

test('two that need each other have one edge, from the first', () => {
  expect(edgesOf([resource('a', 'b'), resource('b', 'a')])).toEqual([{ from: 'a', to: 'b', types: ['Reference'], mutual: true }]);
});

test('a resource stands right of all that it needs', () => {
  const layers = layersOf(['c', 'a', 'b'], [edge('a', 'b'), edge('b', 'c'), edge('a', 'c')]);
  expect(Object.fromEntries(layers)).toEqual({ a: 0, b: 1, c: 2 });
});

test('a cycle ends', () => {
  const layers = layersOf(['a', 'b', 'c'], [edge('a', 'b'), edge('b', 'c'), edge('c', 'a')]);
  expect([...layers.values()].sort()).toEqual([0, 1, 2]);
});

test('links that need not cross do not', () => {
  const links = [
    { from: 'a', to: 'y' },
    { from: 'b', to: 'x' },
  ];
  expect(
    crossings(
      [
        ['a', 'b'],
        ['x', 'y'],
      ],
      links,
    ),
  ).toBe(1);
  expect(
    crossings(
      orderLayers(
        [
          ['a', 'b'],
          ['x', 'y'],
        ],
        links,
      ),
      links,
    ),
  ).toBe(0);
});

test('an order without crossings is left alone', () => {
  expect(
    orderLayers(
      [
        ['a', 'b'],
        ['x', 'y'],
      ],
      [{ from: 'a', to: 'x' }],
    ),
  ).toEqual([
    ['a', 'b'],
    ['x', 'y'],
  ]);
});

test('no node lies on another, and none outside', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const { nodes, width, height } = layOut(names, [edge('a', 'c'), edge('b', 'c'), edge('c', 'd'), edge('a', 'd'), edge('b', 'e')]);
  const places = [...nodes.values()];
  for (const { x, y } of places) {
    expect(x >= 0 && y >= 0 && x + nodeSize.width <= width && y + nodeSize.height <= height).toBe(true);
    expect(places.filter((other) => Math.abs(other.x - x) < nodeSize.width && Math.abs(other.y - y) < nodeSize.height)).toHaveLength(1);
  }
});

test('an edge over several layers passes no node', () => {
  const { nodes, edges } = layOut(['a', 'b', 'c'], [edge('a', 'b'), edge('b', 'c'), edge('a', 'c')]);
  const b = nodes.get('b');
  const long = edges.find(({ edge: { from, to } }) => from === 'a' && to === 'c');
  expect(long?.points).toHaveLength(4);
  for (const { y } of long?.points.slice(1, 3) ?? []) expect(b !== undefined && (y < b.y || y > b.y + nodeSize.height)).toBe(true);
});

test('an edge that closes a cycle ends at what needs, and comes from the right', () => {
  const { nodes, edges } = layOut(['a', 'b', 'c'], [edge('a', 'b'), edge('b', 'c'), edge('c', 'a')]);
  const closing = edges.find(({ points }) => (points[0]?.x ?? 0) > (points.at(-1)?.x ?? 0));
  const end = nodes.get(closing?.edge.to ?? '');
  expect(closing?.points.at(-1)).toEqual({ x: (end?.x ?? 0) + nodeSize.width, y: (end?.y ?? 0) + nodeSize.height / 2 });
});

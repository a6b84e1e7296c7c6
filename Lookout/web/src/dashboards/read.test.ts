import { describe, expect, it } from 'vitest';
import { readDashboard } from './read';

describe('readDashboard', () => {
  it('gives an empty file the defaults of Grafana', () => {
    expect(readDashboard({})).toMatchObject({ title: 'Untitled dashboard', time: { from: 'now-6h', to: 'now' }, panels: [], variables: [], unknown: [] });
  });
  it('does not fail on what makes no sense', () => expect(readDashboard({ panels: 7, templating: 'x', time: [], links: { a: 1 } }).panels).toEqual([]));
  it('says what it does not know', () => {
    const { unknown } = readDashboard({
      panels: [{ id: 1, type: 'geomap', title: 'Map', transformations: [{ id: 'joinByField' }] }],
      templating: { list: [{ type: 'adhoc', name: 'f' }] },
    });
    expect(unknown).toEqual([
      'Panel Map is of type geomap, which Lookout does not draw.',
      'Panel Map transforms its data by joinByField, which Lookout does not know.',
      'Variable f is of type adhoc, which Lookout does not know.',
    ]);
  });
  it('reads a query as a range unless it is an instant', () => {
    const [panel] = readDashboard({ panels: [{ type: 'table', targets: [{ expr: ' up ', instant: true, format: 'table' }, { expr: 'up' }] }] }).panels;
    expect(panel?.targets.map(({ refId, expr, instant, range, format }) => [refId, expr, instant, range, format])).toEqual([
      ['A', 'up', true, false, 'table'],
      ['B', 'up', false, true, 'time_series'],
    ]);
  });
  it('reads overrides of custom properties into their place', () => {
    const [panel] = readDashboard({ panels: [{ type: 'timeseries', fieldConfig: { defaults: { custom: { fillOpacity: 10 } }, overrides: [{ matcher: { id: 'byName', options: 'x' }, properties: [{ id: 'custom.lineStyle.fill', value: 'dash' }] }] } }] }).panels;
    expect([panel?.fieldConfig.defaults.custom, panel?.fieldConfig.overrides[0]?.properties]).toEqual([{ fillOpacity: 10 }, [{ id: 'custom.lineStyle.fill', value: 'dash' }]]);
  });
});

import { describe, expect, it } from 'vitest';
import { readFieldConfig } from '../dashboards/readFieldConfig';
import type { Frame } from './frame';
import { styleFrames } from './style';
import { seriesFrames, tableFrame } from './fromPrometheus';

const frame = (refId: string, legend: string, labels = {}): Frame => ({
  refId,
  fields: [
    { name: 'Time', type: 'time', values: [0], labels: {} },
    { name: 'Value', type: 'number', values: [1], labels, legend },
  ],
});
const styled = (fieldConfig: object, ...frames: readonly Frame[]) => styleFrames(frames, readFieldConfig(fieldConfig), {}).map(({ fields }) => fields[1]!);
const override = (id: string, options: unknown) => ({ overrides: [{ matcher: { id, options }, properties: [{ id: 'unit', value: 's' }, { id: 'custom.fillOpacity', value: 5 }] }] });

describe('overrides', () => {
  it.each([
    ['byName', 'one', ['s', undefined]],
    ['byRegexp', '/^t/', [undefined, 's']],
    ['byFrameRefID', 'B', [undefined, 's']],
    ['byRegexp', '/(/', [undefined, undefined]],
    ['byUnknown', 'one', [undefined, undefined]],
  ])('%s %s', (id, options, units) => expect(styled(override(id, options), frame('A', 'one'), frame('B', 'two')).map(({ config }) => config.unit)).toEqual(units));
  it('reach custom properties', () => expect(styled(override('byName', 'one'), frame('A', 'one'))[0]?.config.custom).toEqual({ fillOpacity: 5 }));
});

it('takes the title from the display name, with labels in it', () => {
  expect(styled({ defaults: { displayName: '${__field.labels.job}!' } }, frame('A', 'x', { job: 'j' }))[0]?.title).toBe('j!');
});
it('numbers series through all frames, for the palette', () => expect(styled({}, frame('A', 'x'), frame('A', 'y')).map(({ index }) => index)).toEqual([0, 1]));

const result = { kind: 'vector', series: [{ labels: { job: 'a' }, points: [[1, 2]] }, { labels: { job: 'b', pod: 'p' }, points: [[1, 3]] }], warnings: [], infos: [], milliseconds: 1, samples: 2 } as const;
const target = { refId: 'A', legendFormat: '{{job}}', expr: 'up', result };

it('makes a frame of each series, times in milliseconds', () => {
  expect(seriesFrames(target).map(({ fields }) => [fields[0]?.values, fields[1]?.legend, fields[1]?.values])).toEqual([[[1000], 'a', [2]], [[1000], 'b', [3]]]);
});
it('makes a table with a column for each label', () => {
  expect(tableFrame(target, false).fields.map(({ name, values }) => [name, values])).toEqual([['Time', [1000, 1000]], ['job', ['a', 'b']], ['pod', ['', 'p']], ['Value #A', [2, 3]]]);
});

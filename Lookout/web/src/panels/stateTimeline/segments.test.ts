import { expect, it } from 'vitest';
import { readFieldConfig } from '../../dashboards/readFieldConfig';
import type { StyledFrame } from '../../frames/frame';
import { stateRows } from './segments';

const { defaults: config } = readFieldConfig({});
const frame: StyledFrame = {
  refId: 'A',
  fields: [
    { name: 'Time', title: 'Time', type: 'time', values: [0, 10, 20, 60], labels: {}, index: 0, config },
    { name: 'Value', title: 'v', type: 'number', values: [1, 1, 0, 0], labels: {}, index: 0, config },
  ],
};
const spans = (merge: boolean) => stateRows([frame], 10, 65, merge)[0]?.segments.map(({ from, to, value }) => `${from}-${to}:${String(value)}`);

it('merges a state that goes on, and ends it where samples are missing', () => expect(spans(true)).toEqual(['0-20:1', '20-30:0', '60-65:0']));
it('keeps samples apart when told to', () => expect(spans(false)).toEqual(['0-10:1', '10-20:1', '20-30:0', '60-65:0']));

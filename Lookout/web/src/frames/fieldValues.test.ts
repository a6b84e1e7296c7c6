import { expect, it } from 'vitest';
import { readFieldConfig } from '../dashboards/readFieldConfig';
import { fieldValues } from './fieldValues';
import { styleFrames } from './style';

const frames = styleFrames(
  [{ refId: 'A', fields: [{ name: 'job', type: 'string', labels: {}, values: ['a', 'b'] }, { name: 'Value', type: 'number', labels: {}, values: [1, 3] }, { name: 'Other', type: 'number', labels: {}, values: [5, null] }] }],
  readFieldConfig({}),
  {},
);
const values = (reduceOptions: object) => fieldValues(frames, { reduceOptions }).map(({ title, value }) => [title, value]);

it('takes one value of each number', () => expect(values({ calcs: ['mean'] })).toEqual([['Value', 2], ['Other', 5]]));
it('takes the last that is there where nothing is said', () => expect(values({})).toEqual([['Value', 3], ['Other', 5]]));
it('takes only the fields that are named', () => expect([values({ fields: 'Other' }), values({ fields: '/^V/' })]).toEqual([[['Other', 5]], [['Value', 3]]]));
it('takes every row under its name when asked for all values', () => expect(values({ values: true, fields: 'Value' })).toEqual([['a', 1], ['b', 3]]));

import { describe, expect, it } from 'vitest';
import type { StyledField, StyledFrame } from '../frames/frame';
import { fixedValue } from './interpolate';
import { dashboardLinks, valueLinks } from './links';
import { readDashboard } from './read';
import { readFieldConfig } from './readFieldConfig';
import type { VariableState } from './variableModel';

const { variables } = readDashboard({ templating: { list: [{ type: 'query', name: 'model_id', multi: true }, { type: 'query', name: 'base', hide: 2 }] } });
const states: VariableState[] = [
  { variable: variables[0]!, options: [], selected: ['a', 'b'] },
  { variable: variables[1]!, options: [], selected: ['http://x'] },
];
const listed = [
  { uid: 'one', title: 'One', tags: ['kthena'] },
  { uid: 'two', title: 'Two', tags: ['kthena'] },
  { uid: 'other', title: 'Other', tags: [] },
];
const { links } = readDashboard({ links: [{ type: 'dashboards', tags: ['kthena'], keepTime: true, includeVars: true }] });

it('links to the other dashboards with the tags, keeping time and the variables that can be chosen', () => {
  expect(dashboardLinks(links, listed, 'one', { from: 'now-1h', to: 'now' }, states, {})).toEqual([
    { title: 'Two', href: '/d/two?var-model_id=a&var-model_id=b&from=now-1h&to=now', external: false },
  ]);
});

describe('valueLinks', () => {
  const config = readFieldConfig({}).defaults;
  const field: StyledField = { name: 'Value', title: 'Value', type: 'number', values: [1], labels: { job: 'j/1' }, index: 0, config };
  const name: StyledField = { ...field, name: 'model', title: 'Model', type: 'string', values: ['a b'], labels: {} };
  const frame: StyledFrame = { refId: 'A', fields: [name, field] };
  const link = (url: string) => valueLinks([{ title: 'x', url, targetBlank: false }], { base: fixedValue('v') }, field, 1, frame, 0)[0]?.href;

  it.each([
    ['/d/m?var-model_id=${__data.fields.Model}', '/d/m?var-model_id=a%20b'],
    ['/d/m?v=${__value.raw}', '/d/m?v=1'],
    ['/d/m?j=${__field.labels.job}', '/d/m?j=j%2F1'],
    ['https://example.org/${base}', 'https://example.org/v'],
    ['javascript:alert(1)', undefined],
  ])('%s', (url, href) => expect(link(url)).toBe(href));
});

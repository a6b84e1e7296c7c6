import { describe, expect, it } from 'vitest';
import { applyRegex, customOptions, intervalOptions, sortOptions } from './options';
import { readDashboard } from './read';
import type { Variable } from './variableModel';
import { dependents, resolveVariables, scopeOf } from './variables';

const range = { from: 0, to: 3_600_000, raw: { from: 'now-1h', to: 'now' } };
const declared = (...list: readonly object[]): readonly Variable[] => readDashboard({ templating: { list } }).variables;
const resolve = (variables: readonly Variable[], choices = {}, values: (query: string) => readonly string[] = () => []) =>
  resolveVariables(variables, choices, range, {}, (query) => Promise.resolve(values(query)), new AbortController().signal);

const model = { type: 'query', name: 'model_id', query: { query: 'label_values(kthena_model_status, model_id)' }, multi: true, includeAll: true, current: { value: '$__all' }, sort: 1 };

describe('resolveVariables', () => {
  it('fills a variable with those before it', async () => {
    const asked: string[] = [];
    const job = { type: 'custom', name: 'job', query: 'a, b', current: { value: 'b' } };
    const dependent = { type: 'query', name: 'x', query: 'label_values(up{job="$job"}, instance)', current: {} };
    const [, x] = await resolve(declared(job, dependent), {}, (query) => (asked.push(query), ['i1']));
    expect(asked).toEqual(['label_values(up{job="b"}, instance)']);
    expect(x?.selected).toEqual(['i1']);
  });
  it('takes what the address chooses, as far as it exists', async () => {
    const [state] = await resolve(declared(model), { model_id: ['b', 'gone'] }, () => ['b', 'a']);
    expect([state?.selected, state?.options.map(({ value }) => value)]).toEqual([['b'], ['a', 'b']]);
  });
  it('stands for every option when all is chosen', async () => {
    const states = await resolve(declared(model), {}, () => ['b', 'a']);
    expect(scopeOf(states, range)['model_id']).toMatchObject({ values: ['a', 'b'], texts: ['All'], all: true, multiple: true });
  });
  it('takes the first option when what was chosen is gone', async () => {
    const [state] = await resolve(declared({ ...model, includeAll: false, multi: false }), { model_id: ['gone'] }, () => ['b', 'a']);
    expect(state?.selected).toEqual(['a']);
  });
  it('says why a variable has no values, and keeps what was chosen', async () => {
    const [state] = await resolve(declared(model), { model_id: ['x'] }, () => { throw new Error('parse error'); });
    expect([state?.selected, state?.error]).toEqual([['x'], 'The values of $model_id could not be read. parse error']);
  });
  it('leaves alone what is known', async () => {
    const variables = declared(model);
    const [known] = await resolve(variables, {}, () => ['a']);
    const again = await resolveVariables(variables, {}, range, {}, () => Promise.reject(new Error('asked')), new AbortController().signal, [known!]);
    expect(again).toEqual([known]);
  });
  it('works out an automatic interval', async () => {
    const states = await resolve(declared({ type: 'interval', name: 'step', query: '1m,10m', auto: true, auto_count: 30, auto_min: '10s', current: { value: 'auto' } }));
    expect(scopeOf(states, range)['step']?.values).toEqual(['2m']);
  });
  it('takes a text from the address', async () => expect((await resolve(declared({ type: 'textbox', name: 't', query: 'd' }), { t: ['x'] }))[0]?.selected).toEqual(['x']));
});

it('finds what depends on a variable, through others', () => {
  const list = ['a', 'b{$a}', 'c{$b}', 'd'].map((query, index) => ({ type: 'query', name: 'abcd'[index], query }));
  expect(dependents(declared(...list), 'a')).toEqual(['b', 'c']);
});

describe('options', () => {
  it('reads custom values, labels and commas', () => {
    expect(customOptions('a, Two : 2, x\\,y')).toEqual([{ text: 'a', value: 'a' }, { text: 'Two', value: '2' }, { text: 'x,y', value: 'x,y' }]);
  });
  it('reads intervals', () => expect(intervalOptions('1m,"10 m", 1h').map(({ value }) => value)).toEqual(['1m', '10 m', '1h']));
  it('keeps what a regular expression catches, once', () => expect(applyRegex(['x{a="1"} 3', 'x{a="1"} 4', 'y'], '/a="(.*?)"/').map(({ value }) => value)).toEqual(['1']));
  it('takes text and value from named groups', () => expect(applyRegex(['a=1'], '(?<text>\\w)=(?<value>\\d)')).toEqual([{ text: 'a', value: '1' }]));
  it('names an expression that cannot be read', () => expect(() => applyRegex(['a'], '/(/')).toThrow('The regular expression /(/ cannot be read'));
  it.each([[1, 'A10,a2,b1'], [2, 'b1,a2,A10'], [3, 'b1,a2,A10'], [5, 'A10,a2,b1'], [7, 'a2,A10,b1'], [0, 'b1,a2,A10']])('sorts by %d', (sort, expected) => {
    expect(sortOptions(['b1', 'a2', 'A10'].map((value) => ({ text: value, value })), sort).map(({ text }) => text).join()).toBe(expected);
  });
});

import { expect, it } from 'vitest';
import { fill, legends, seriesName } from './legend';

it('fills in labels, and leaves out what the series lacks', () => expect(fill('{{ model_id }} of {{missing}}!', { model_id: 'a' })).toBe('a of !'));
it('names a series as Prometheus does', () => expect(seriesName({ __name__: 'up', job: 'x', a: 'q"' })).toBe('up{a="q\\"", job="x"}'));
it('names a series of no labels by its metric', () => expect(seriesName({ __name__: 'up' })).toBe('up'));
it('takes the query where there is nothing else', () => expect(legends([{}], '', 'sum(up)')).toEqual(['sum(up)']));
it('takes the only label by itself when asked for the best name', () => expect(legends([{ code: '200' }, { code: '500' }], '__auto', 'x')).toEqual(['200', '500']));
it('takes all labels when there are several', () => expect(legends([{ a: '1', b: '2' }], '__auto', 'x')).toEqual(['{a="1", b="2"}']));

import { expect, it } from 'vitest';
import { readUrl, writeUrl } from './urlState';
import { between, zoomedOut } from './zoom';

const address = '?from=now-1h&to=now&var-model_id=a&var-model_id=b&refresh=5s&viewPanel=3';

it('reads range, variables, refresh and panel', () => {
  expect(readUrl(address)).toEqual({ range: { from: 'now-1h', to: 'now' }, refresh: '5s', viewPanel: '3', choices: { model_id: ['a', 'b'] } });
});
it('writes what it has read', () => expect(writeUrl(readUrl(address))).toBe(address));
it('keeps a refresh that is off', () => expect(writeUrl({ ...readUrl(''), refresh: '' })).toBe('?refresh='));
it('writes nothing for nothing', () => expect(writeUrl(readUrl(''))).toBe(''));

it('zooms to whole milliseconds', () => expect(between(1.4, 2.6)).toEqual({ from: '1', to: '3' }));
it('zooms out around the middle', () => expect(zoomedOut({ from: 1000, to: 2000, raw: { from: '', to: '' } }, 9000)).toEqual({ from: '500', to: '2500' }));
it('does not zoom out into the future', () => expect(zoomedOut({ from: 1000, to: 2000, raw: { from: '', to: '' } }, 2000)).toEqual({ from: '0', to: '2000' }));

import { expect, test } from 'vitest';
import { foundIn, tagsOf, type DashboardEntry } from './entries';

const entries: DashboardEntry[] = [
  { uid: 'overview', title: 'Overview', description: 'All models', tags: ['kthena', 'overview'] },
  { uid: 'gpu', title: 'Infrastructure', description: 'GPUs and memory', tags: ['kthena', 'gpu'] },
  { uid: 'broken', title: 'broken.json', tags: [], error: 'no JSON' },
];
const uids = (text: string, tag = ''): string[] => foundIn(entries, text, tag).map(({ uid }) => uid);

test('finds every word in title, description or tags', () => {
  expect(uids('')).toEqual(['overview', 'gpu', 'broken']);
  expect(uids('MEMORY infra')).toEqual(['gpu']);
  expect(uids('memory overview')).toEqual([]);
  expect(uids('', 'overview')).toEqual(['overview']);
});

test('a tag that every dashboard has is no choice', () => {
  expect(tagsOf(entries)).toEqual(['gpu', 'overview']);
});

import { describe, expect, it } from 'vitest';
import { marks } from './annotations';
import { readDashboard } from './read';

const [query] = readDashboard({ annotations: { list: [{ name: 'Alerts', expr: 'ALERTS', titleFormat: '{{alertname}}', textFormat: 'of {{model}}', tagKeys: 'severity,none' }] } }).annotations;
const labels = { alertname: 'Down', model: 'm', severity: 'critical' };

describe('marks', () => {
  it('joins points that follow each other into spans', () => {
    const spans = marks(query!, { labels, points: [[10, 1], [20, 1], [60, 1]] }, 10_000).map(({ time, timeEnd }) => [time, timeEnd]);
    expect(spans).toEqual([[10_000, 20_000], [60_000, 60_000]]);
  });
  it('leaves zeros out', () => expect(marks(query!, { labels, points: [[10, 0]] }, 10_000)).toEqual([]));
  it('fills title, text and tags from labels', () => expect(marks(query!, { labels, points: [[10, 1]] }, 10_000)[0]).toMatchObject({ title: 'Down', text: 'of m', tags: ['critical'] }));
  it('takes values for times when told to, each once', () => {
    expect(marks({ ...query!, useValueForTime: true }, { labels, points: [[10, 5000], [20, 5000], [30, 7000]] }, 10_000).map(({ time }) => time)).toEqual([5000, 7000]);
  });
});

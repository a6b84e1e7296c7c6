import { expect, test } from 'vitest';
import { LogBuffer, type LogLine } from './logBuffer';

const lines = (from: number, to: number, text = 'line'): LogLine[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ number: from + index, text: `${text} ${from + index}`, error: false }));
const numbers = (buffer: LogBuffer): number[] => buffer.lines.map(({ number }) => number);

test('keeps the last lines only', () => {
  const buffer = new LogBuffer(3);
  buffer.add(lines(1, 2));
  buffer.add(lines(3, 5));
  expect(numbers(buffer)).toEqual([3, 4, 5]);
});

test('a backlog larger than the buffer leaves its end', () => {
  const buffer = new LogBuffer(2);
  expect(buffer.add(lines(1, 5)).map(({ number }) => number)).toEqual([4, 5]);
});

test('lines that come again after a new connection are not new', () => {
  const buffer = new LogBuffer(10);
  buffer.add(lines(1, 4));
  expect(buffer.add(lines(2, 6)).map(({ number }) => number)).toEqual([5, 6]);
  expect(numbers(buffer)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('numbers that begin again with other words are those of a new process', () => {
  const buffer = new LogBuffer(10);
  buffer.add(lines(1, 3));
  expect(buffer.add(lines(1, 2, 'again'))).toHaveLength(2);
  expect(buffer.lines.map(({ text }) => text)).toEqual(['line 1', 'line 2', 'line 3', 'again 1', 'again 2']);
});

test('lines that were never received are counted', () => {
  const buffer = new LogBuffer(10);
  buffer.add(lines(4, 5));
  buffer.add(lines(9, 10));
  expect(buffer.lines.map(({ missed }) => missed)).toEqual([undefined, undefined, 3, undefined]);
});

test('nothing is added of nothing', () => {
  expect(new LogBuffer(10).add([])).toEqual([]);
});

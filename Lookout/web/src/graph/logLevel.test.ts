import { expect, test } from 'vitest';
import { logWords } from './logLevel';

test('reads what .NET writes as JSON, with its exception', () => {
  const words = logWords('{"Timestamp":"2026-01-01T12:00:00Z","LogLevel":"Error","Message":"it failed","Exception":"System.Exception: why"}');
  expect(words).toEqual({ level: 'error', time: new Date('2026-01-01T12:00:00Z'), message: 'it failed\nSystem.Exception: why' });
});

test('reads what Go writes as logfmt: the words first, then what else is said', () => {
  const words = logWords('time=2026-01-01T12:00:00Z level=WARN source=main.go:1 msg="say \\"hello\\"" component=tsdb');
  expect(words).toEqual({ level: 'warning', time: new Date('2026-01-01T12:00:00Z'), message: 'say "hello"  component=tsdb' });
});

test.each(['plain words', '{"broken": ', '{"number": 1}', ''])('leaves %j as it is', (text) => {
  expect(logWords(text)).toEqual({ level: undefined, time: undefined, message: text });
});

test('a level that nobody knows is none', () => {
  expect(logWords('{"level":"strange","msg":"x"}').level).toBeUndefined();
});

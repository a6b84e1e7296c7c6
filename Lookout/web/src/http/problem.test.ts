import { expect, test } from 'vitest';
import { errorMessage, failureText, HttpError } from './problem';

test.each([
  ['{"title":"Bad Gateway","detail":"Prometheus does not answer"}', 'Prometheus does not answer'],
  ['{"status":"error","errorType":"bad_data","error":"parse error"}', 'parse error'],
  ['"bad matcher format"', 'bad matcher format'],
  ['{"code":601,"message":"matchers in body is required"}', 'matchers in body is required'],
  ['plain words', 'plain words'],
  ['<html>long</html>', 'HTTP 502 Bad Gateway'],
  ['', 'HTTP 502 Bad Gateway'],
  ['{}', 'HTTP 502 Bad Gateway'],
])('%s says: %s', (body, text) => {
  expect(errorMessage(502, 'Bad Gateway', body)).toBe(text);
});

test('what was asked to stop is no failure to tell of', () => {
  expect(failureText(new DOMException('', 'AbortError'))).toBeUndefined();
  expect(failureText(new DOMException('', 'TimeoutError'))).toMatch(/time/);
  expect(failureText(new TypeError('Failed to fetch'))).toMatch(/Lookout does not answer/);
  expect(failureText(new HttpError(404, 'gone'))).toBe('gone');
});

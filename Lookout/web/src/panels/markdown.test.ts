// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { markdown } from './markdown';

it.each([
  ['# One\n\ntext', '<h3>One</h3><p>text</p>'],
  ['a **b** _c_ `d*e*`', '<p>a <strong>b</strong> <em>c</em> <code>d*e*</code></p>'],
  ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
  ['```\n<b>\n```', '<pre><code>&lt;b&gt;</code></pre>'],
  ['[here](/d/x)', '<p><a href="/d/x">here</a></p>'],
  ['[out](https://example.org)', '<p><a href="https://example.org" target="_blank" rel="noreferrer">out</a></p>'],
  ['[bad](javascript:alert)', '<p>bad</p>'],
  ['[bad](//example.org)', '<p>bad</p>'],
  ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>'],
  ['> quoted', '<blockquote><p>quoted</p></blockquote>'],
])('%j', (source, html) => expect(markdown(source).innerHTML).toBe(html));

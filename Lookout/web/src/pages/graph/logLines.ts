import { element } from '../../dom/element';
import type { LogLine } from '../../graph/logBuffer';
import { logWords, type LogLevel } from '../../graph/logLevel';
import { countOf } from '../../wording/count';
import { absoluteTime } from '../../wording/time';

const tones: Readonly<Record<LogLevel, string>> = { error: 'tone-crit', warning: 'tone-warn', info: 'tone-info', debug: 'tone-quiet' };

export interface LogLines {
  readonly root: HTMLElement;
  append(lines: readonly LogLine[], most: number): void;
  replace(lines: readonly LogLine[]): void;
  wrap(on: boolean): void;
  raw(on: boolean): void;
  /** The lines that are shown, as they were written. */
  text(): string;
}

/** The lines themselves. Whoever reads at the end sees what comes; whoever scrolled back is left in peace. */
export function createLogLines(): LogLines {
  const list = element('div', { class: 'log-lines wrap', role: 'log', 'aria-label': 'Lines', 'aria-live': 'off', tabindex: 0 });
  let shown: LogLine[] = [];
  const atEnd = (): boolean => list.scrollHeight - list.scrollTop - list.clientHeight < 24;
  const toEnd = (): void => {
    list.scrollTop = list.scrollHeight;
  };
  return {
    root: list,
    append(lines, most) {
      const follow = atEnd();
      shown = [...shown, ...lines].slice(-most);
      list.append(...lines.flatMap(logRows));
      while (list.childElementCount > most) list.firstElementChild?.remove();
      if (follow) toEnd();
    },
    replace(lines) {
      shown = [...lines];
      list.replaceChildren(...lines.flatMap(logRows));
      toEnd();
    },
    wrap: (on) => list.classList.toggle('wrap', on),
    raw: (on) => list.classList.toggle('raw', on),
    text: () => shown.map(({ text }) => text).join('\n'),
  };
}

function logRows(line: LogLine): HTMLElement[] {
  const gap = line.missed === undefined ? [] : [element('div', { class: 'log-gap muted' }, `${countOf(line.missed, 'line')} came while nothing was received`)];
  return [...gap, logRow(line)];
}

function logRow(line: LogLine): HTMLElement {
  const { level: said, time, message } = logWords(line.text);
  const level = said ?? (line.error ? 'error' : undefined);
  return element(
    'div',
    { class: `log-line ${level === undefined ? '' : tones[level]}`, 'data-level': level },
    element('span', { class: 'log-time' }, time === undefined ? '' : absoluteTime(time, new Date())),
    element('span', { class: 'log-level' }, level ?? ''),
    element('span', { class: 'log-message' }, message.split('\n', 2).join('  ')),
    element('span', { class: 'log-raw' }, line.text),
  );
}

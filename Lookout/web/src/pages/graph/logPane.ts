import { element } from '../../dom/element';
import { icon } from '../../dom/icons';
import { followEvents } from '../../http/events';
import { LogBuffer, type LogLine } from '../../graph/logBuffer';
import { logWords } from '../../graph/logLevel';
import { createLogLines } from './logLines';
import { streamBadge } from './streamBadge';

const capacity = 5_000;
const backlog = 500;

export interface LogPane {
  readonly root: HTMLElement;
  /** Follows what this resource writes; an empty name follows nothing. */
  show(name: string): void;
}

/** What one resource writes, live: to follow, to hold, to filter and to copy. */
export function createLogPane(close: () => void, pageSignal: AbortSignal): LogPane {
  const title = element('h2');
  const state = element('span');
  const held = element('span', { class: 'muted', 'aria-live': 'polite' });
  const lines = createLogLines();
  const filter = element('input', {
    class: 'field search',
    type: 'search',
    placeholder: 'Filter lines',
    'aria-label': 'Filter lines',
    oninput: () => refilter(),
  });
  const least = element(
    'select',
    { class: 'select', 'aria-label': 'Levels', onchange: () => refilter() },
    element('option', { value: '' }, 'All levels'),
    element('option', { value: 'warning' }, 'Warnings and errors'),
    element('option', { value: 'error' }, 'Errors'),
  );
  const pause = toggle('Pause', false, () => refilter());
  const wrap = toggle('Wrap', true, (on) => lines.wrap(on));
  const raw = toggle('Raw', false, (on) => lines.raw(on));
  const copy = element('button', { class: 'button small', type: 'button', onclick: () => void copyLines() }, 'Copy');
  const root = element(
    'section',
    { class: 'card log-pane', 'aria-label': 'Logs', hidden: true },
    element(
      'div',
      { class: 'log-head' },
      title,
      state,
      held,
      element(
        'div',
        { class: 'log-tools' },
        filter,
        least,
        pause,
        wrap,
        raw,
        copy,
        element('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close the logs', onclick: close }, icon('close')),
      ),
    ),
    lines.root,
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && !root.hidden && document.querySelector('dialog[open]') === null) close();
    },
    { signal: pageSignal },
  );

  let buffer = new LogBuffer(capacity);
  let current = '';
  let stream = new AbortController();
  let waiting = 0;
  pageSignal.addEventListener('abort', () => stream.abort());

  const passes = (line: LogLine): boolean => {
    const level = line.error ? 'error' : logWords(line.text).level;
    return (
      line.text.toLowerCase().includes(filter.value.toLowerCase()) &&
      (least.value === '' || level === 'error' || (least.value === 'warning' && level === 'warning'))
    );
  };
  const count = (): void => {
    held.textContent = waiting > 0 ? `${waiting} new while paused` : '';
  };
  const refilter = (): void => {
    if (pause.getAttribute('aria-pressed') === 'false') waiting = 0;
    lines.replace(buffer.lines.slice(0, buffer.lines.length - waiting).filter(passes));
    count();
  };
  const receive = (data: string): void => {
    const added = buffer.add((JSON.parse(data) as { lines: LogLine[] }).lines);
    if (pause.getAttribute('aria-pressed') === 'true') waiting = Math.min(waiting + added.length, buffer.lines.length);
    else lines.append(added.filter(passes), capacity);
    count();
  };
  const copyLines = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(lines.text());
      copy.textContent = 'Copied';
    } catch {
      // Browsers refuse it to pages that are neither encrypted nor of this machine.
      copy.textContent = 'The browser refused';
    }
    setTimeout(() => (copy.textContent = 'Copy'), 1_500);
  };

  return {
    root,
    show(name) {
      if (name === current) return;
      stream.abort();
      current = name;
      root.hidden = name === '';
      root.dataset['logsOf'] = name;
      title.textContent = name;
      buffer = new LogBuffer(capacity);
      waiting = 0;
      refilter();
      if (name === '') return;
      stream = new AbortController();
      const url = `/api/graph/resources/${encodeURIComponent(name)}/logs?tail=${backlog}`;
      void followEvents(url, { data: receive, state: (now) => state.replaceChildren(streamBadge(now)) }, stream.signal);
    },
  };
}

function toggle(text: string, pressed: boolean, changed: (on: boolean) => void): HTMLButtonElement {
  const button = element('button', { class: 'button small', type: 'button', 'aria-pressed': String(pressed) }, text);
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(on));
    changed(on);
  });
  return button;
}

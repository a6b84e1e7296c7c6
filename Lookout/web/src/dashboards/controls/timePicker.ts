import { element } from '../../dom/element';
import { icon } from '../../dom/icons';
import { openPopover } from '../../dom/popover';
import { describeRange, quickRanges } from '../../time/quickRanges';
import { formatDateTime } from '../../time/dateTime';
import { parseInstant, type RawRange } from '../../time/range';

export interface TimePicker {
  readonly root: HTMLElement;
  readonly show: (range: RawRange) => void;
}

/** Chooses a time range: one of the usual ones, or two ends in Grafana's words or as dates. */
export function timePicker(choose: (range: RawRange) => void, zoomOut: () => void): TimePicker {
  let current: RawRange = { from: 'now-1h', to: 'now' };
  const name = element('span', {});
  const button = element('button', { type: 'button', class: 'button', 'data-testid': 'time-range', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', onclick: () => open() }, icon('clock'), name, icon('down'));
  const open = (): void => {
    const popover = openPopover(button, 'Time range', content(current, (range) => (popover.hidePopover(), choose(range))));
    (popover.querySelector<HTMLElement>('[aria-pressed="true"]') ?? popover.querySelector('button'))?.focus();
  };
  return {
    root: element('div', { class: 'button-group' }, button, element('button', { type: 'button', class: 'button', title: 'Zoom out', 'aria-label': 'Zoom out', onclick: zoomOut }, icon('zoomOut'))),
    show(range) {
      current = range;
      name.textContent = describeRange(range);
      button.setAttribute('aria-label', `Time range: ${describeRange(range)}`);
    },
  };
}

function content(current: RawRange, choose: (range: RawRange) => void): HTMLElement {
  const error = element('p', { class: 'form-error', role: 'alert', hidden: true });
  const from = endField('From', current.from);
  const to = endField('To', current.to);
  const apply = (event: Event): void => {
    event.preventDefault();
    const range = { from: written(from.value), to: written(to.value) };
    const problem = problemOf(range, Date.now());
    error.hidden = problem === undefined;
    error.textContent = problem ?? '';
    if (problem === undefined) choose(range);
  };
  return element(
    'div',
    { class: 'time-picker' },
    element(
      'form',
      { class: 'time-absolute', onsubmit: apply },
      element('label', {}, 'From', from),
      element('label', {}, 'To', to),
      element('p', { class: 'muted' }, 'now-6h, now/d, or 2026-11-25 17:00:00'),
      error,
      element('button', { type: 'submit', class: 'button primary' }, 'Apply'),
    ),
    element(
      'div',
      { class: 'time-quick', role: 'group', 'aria-label': 'Quick ranges', onkeydown: moveFocus },
      quickRanges.map((range) =>
        element('button', { type: 'button', 'aria-pressed': String(range.from === current.from && range.to === current.to), onclick: () => choose({ from: range.from, to: range.to }) }, range.name),
      ),
    ),
  );
}

function endField(label: string, value: string): HTMLInputElement {
  return element('input', { class: 'field', name: label.toLowerCase(), value: /^\d{9,}$/.test(value) ? formatDateTime(Number(value)) : value, autocomplete: 'off', spellcheck: 'false' });
}

/** Dates become milliseconds, as the address has them; words stay. */
function written(text: string): string {
  const trimmed = text.trim();
  if (trimmed.startsWith('now') || /^\d{9,}$/.test(trimmed)) return trimmed;
  const time = parseInstant(trimmed, 0, false);
  return time === null ? trimmed : String(time);
}

function problemOf({ from, to }: RawRange, now: number): string | undefined {
  const start = parseInstant(from, now, false);
  const end = parseInstant(to, now, true);
  if (start === null) return `“${from}” is no time.`;
  if (end === null) return `“${to}” is no time.`;
  return start < end ? undefined : 'The range ends before it begins.';
}

function moveFocus(event: KeyboardEvent): void {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : -1;
  if (to < 0 || to >= buttons.length) return;
  event.preventDefault();
  buttons[to]!.focus();
}

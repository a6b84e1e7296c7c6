import { quickDurations } from '../../alertmanager/silences';
import { element } from '../../dom/element';
import { parseDuration } from '../../time/duration';
import { localField } from '../../wording/time';

export interface EndField {
  readonly root: HTMLElement;
  /** The end that is asked for, of a silence that starts now. */
  value(now: Date): Date;
}

/** When it ends: after one of the usual durations, or at a time of one's own. */
export function createEndField(): EndField {
  let duration: string | undefined = '2h';
  const after = (text: string, now: Date): Date => new Date(now.getTime() + (parseDuration(text) ?? 0));
  const until = element('input', { class: 'field', type: 'datetime-local', 'aria-label': 'Ends at', value: localField(after('2h', new Date())) });
  const buttons = quickDurations.map((text) => element('button', { class: 'button small', type: 'button', onclick: () => choose(text) }, text));
  const press = (): void => buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.textContent === duration)));
  const choose = (text: string): void => {
    duration = text;
    until.value = localField(after(text, new Date()));
    press();
  };
  until.addEventListener('input', () => {
    duration = undefined;
    press();
  });
  press();
  return {
    root: element(
      'div',
      { class: 'form-field', role: 'group', 'aria-label': 'How long' },
      element('span', {}, 'How long'),
      element('div', { class: 'end' }, buttons, until),
    ),
    value: (now) => (duration === undefined ? new Date(until.value) : after(duration, now)),
  };
}

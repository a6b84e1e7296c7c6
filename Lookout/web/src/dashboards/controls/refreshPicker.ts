import { element } from '../../dom/element';
import { icon } from '../../dom/icons';
import { parseDuration } from '../../time/duration';

export interface RefreshPicker {
  readonly root: HTMLElement;
  readonly show: (interval: string, offered: readonly string[]) => void;
  readonly busy: (busy: boolean) => void;
}

const usual = ['2s', '5s', '10s', '30s', '1m'];

/** Refreshes now, and chooses how often it happens by itself. */
export function refreshPicker(now: () => void, choose: (interval: string) => void): RefreshPicker {
  const select = element('select', { class: 'select', 'data-testid': 'refresh', 'aria-label': 'Refresh', onchange: () => choose(select.value) });
  const button = element('button', { type: 'button', class: 'button', 'data-testid': 'refresh-now', title: 'Refresh now', 'aria-label': 'Refresh now', onclick: now }, icon('refresh'));
  return {
    root: element('div', { class: 'button-group' }, button, select),
    show(interval, offered) {
      const options = refreshOptions([...usual, ...offered, interval]);
      if (options.join() !== [...select.options].map((option) => option.value).join()) {
        select.replaceChildren(...options.map((value) => element('option', { value }, value === '' ? 'Off' : value)));
      }
      select.value = interval;
    },
    busy: (busy) => button.classList.toggle('busy', busy),
  };
}

/** The intervals that can be chosen, the shortest first, and none before them. */
export function refreshOptions(intervals: readonly string[]): string[] {
  const known = [...new Set(intervals)].flatMap((text) => {
    const ms = text === '' ? null : parseDuration(text);
    return ms === null || ms <= 0 ? [] : [{ text, ms }];
  });
  return ['', ...known.sort((a, b) => a.ms - b.ms).map(({ text }) => text)];
}

import type { Tone } from '../../dom/notice';
import { element } from '../../dom/element';
import { burnWindows, type BurnWindow } from '../../slo/windows';
import { burnText } from '../../slo/words';
import { meter } from './meter';

/** Each pair of windows against the rate at which it alerts; the bar's mark is that rate. */
export function burnTable(rates: ReadonlyMap<string, number>): HTMLElement {
  return element(
    'table',
    { class: 'burn-table' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ['Alerts at', 'Short window', 'Long window'].map((title) => element('th', { scope: 'col' }, title)),
      ),
    ),
    element(
      'tbody',
      {},
      burnWindows.map((window) => row(window, rates)),
    ),
  );
}

function row(window: BurnWindow, rates: ReadonlyMap<string, number>): HTMLElement {
  const both = [window.short, window.long].every((name) => (rates.get(name) ?? 0) > window.factor);
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, element('span', {}, `${window.factor}×`), element('span', { class: 'muted' }, ` ${window.severity}`)),
    [window.short, window.long].map((name) => cell(name, rates.get(name), window, both)),
  );
}

function cell(name: string, rate: number | undefined, window: BurnWindow, both: boolean): HTMLElement {
  const over = rate !== undefined && rate > window.factor;
  const tone: Tone = both ? (window.severity === 'page' ? 'crit' : 'warn') : over ? 'warn' : 'ok';
  return element(
    'td',
    {},
    element(
      'span',
      { class: 'burn-words tabular' },
      element('span', { class: 'muted' }, name),
      element('span', { class: over ? `over tone-${tone}` : '' }, rate === undefined ? '–' : burnText(rate)),
    ),
    meter(`Burn rate over ${name}`, (rate ?? 0) / (2 * window.factor), tone, 0.5),
  );
}

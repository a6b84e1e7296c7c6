import { element } from '../dom/element';

/** A panel's body that says something instead of drawing. */
export function message(title: string, ...lines: readonly string[]): HTMLElement {
  return element('div', { class: 'panel-message' }, element('p', { class: 'panel-message-title' }, title), lines.map((line) => element('p', {}, line)));
}

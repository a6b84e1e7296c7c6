import { icon, type IconName } from './icons';
import { element } from './element';

export type Tone = 'ok' | 'warn' | 'crit' | 'info' | 'quiet';

/** A line that says what is the matter. */
export function notice(tone: Tone, ...content: readonly (Node | string)[]): HTMLElement {
  return element('div', { class: `notice tone-${tone}`, role: tone === 'crit' ? 'alert' : 'status' }, icon(tone), element('div', {}, content));
}

/** A word in a colour, with a sign for those who do not see it. */
export function badge(tone: Tone, text: string, sign: IconName = tone): HTMLElement {
  return element('span', { class: `badge tone-${tone}` }, icon(sign), text);
}

/** What stands where there is nothing to show: why, and what would be here. */
export function emptyState(sign: IconName, title: string, ...content: readonly (Node | string)[]): HTMLElement {
  return element('div', { class: 'empty' }, icon(sign), element('h2', {}, title), element('p', {}, content));
}

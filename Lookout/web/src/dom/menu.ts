import { element } from './element';
import { openPopover } from './popover';

/** A choice of a menu: an act, or an address. */
export interface MenuItem {
  readonly text: string;
  readonly act?: () => void;
  readonly href?: string;
}

/** Opens a menu below its button; arrow keys move, Enter chooses, Escape closes. */
export function openMenu(button: HTMLElement, label: string, items: readonly MenuItem[]): void {
  const list = element('div', { class: 'menu-items' });
  const popover = openPopover(button, label, list, 'menu');
  const close = (): void => popover.hidePopover();
  list.append(
    ...items.map(({ text, act, href }) =>
      href === undefined
        ? element('button', { type: 'button', role: 'menuitem', onclick: () => (close(), act?.()) }, text)
        : element('a', { role: 'menuitem', href, target: '_blank', rel: 'noreferrer', onclick: close }, text),
    ),
  );
  const entries = [...list.children] as HTMLElement[];
  popover.addEventListener('keydown', (event) => {
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    entries[(to + entries.length) % entries.length]?.focus();
  });
  entries[0]?.focus();
}

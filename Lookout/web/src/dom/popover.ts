import { element } from './element';

/** Opens content below an element; Escape and a click elsewhere close it, and the focus goes back. */
export function openPopover(anchor: HTMLElement, label: string, content: Node, role: 'dialog' | 'menu' | 'listbox' = 'dialog'): HTMLElement {
  const popover = element('div', { class: 'popover', popover: 'auto', role, 'aria-label': label, tabindex: -1 }, content);
  document.body.append(popover);
  popover.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    anchor.setAttribute('aria-expanded', 'false');
    if (popover.contains(document.activeElement) || document.activeElement === document.body) anchor.focus({ preventScroll: true });
    popover.remove();
  });
  popover.showPopover();
  anchor.setAttribute('aria-expanded', 'true');
  place(popover, anchor);
  return popover;
}

function place(popover: HTMLElement, anchor: HTMLElement): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
  const below = box.bottom + 4;
  const top = below + height > innerHeight - 8 ? Math.max(8, Math.min(box.top - height - 4, innerHeight - height - 8)) : below;
  popover.style.left = `${left}px`;
  popover.style.top = `${top}px`;
}

const focusable = 'a[href], button, input, select, [tabindex]';

/** Redraws a part of the page; what had the focus there has it again afterwards, by its place. */
export function keepFocus<T>(host: HTMLElement, redraw: () => T): T {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !host.contains(active)) return redraw();
  const place = [...host.querySelectorAll(focusable)].indexOf(active);
  const result = redraw();
  if (!active.isConnected) host.querySelectorAll<HTMLElement>(focusable)[place]?.focus({ preventScroll: true });
  return result;
}

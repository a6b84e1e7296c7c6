/** What one child shows: the same key is the same thing, and the same content need not be drawn again. */
export interface Keyed<T> {
  readonly key: (item: T) => string;
  readonly content: (item: T) => string;
  readonly create: (item: T) => HTMLElement | SVGElement;
}

const drawn = new WeakMap<Element, { readonly key: string; readonly content: string }>();

/** Makes the host's children show the items in their order, leaving alone what did not change: focus, selection and open details stay. */
export function reconcile<T>(host: Element, items: readonly T[], { key, content, create }: Keyed<T>): void {
  const existing = new Map([...host.children].map((child) => [drawn.get(child)?.key ?? '', child]));
  const wanted = items.map((item) => {
    const before = existing.get(key(item));
    const now = { key: key(item), content: content(item) };
    if (before !== undefined && drawn.get(before)?.content === now.content) return before;
    const next = create(item);
    drawn.set(next, now);
    if (before !== undefined) replace(before, next);
    return next;
  });
  const keep = new Set<Element>(wanted);
  for (const child of [...host.children]) if (!keep.has(child)) child.remove();
  // A node that is moved loses the focus, so only those out of place are.
  wanted.forEach((child, index) => {
    if (host.children[index] !== child) host.insertBefore(child, host.children[index] ?? null);
  });
}

function replace(before: Element, next: HTMLElement | SVGElement): void {
  const hadFocus = before.contains(document.activeElement);
  before.replaceWith(next);
  if (hadFocus) (next.matches('a, button') ? next : (next.querySelector<HTMLElement>('a, button') ?? next)).focus();
}

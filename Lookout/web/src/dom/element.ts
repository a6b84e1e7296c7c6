type Child = Node | string | number | null | undefined | false;

/** What an element is given at birth: attributes by name, `class`, and listeners as functions named `on…`. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | ((event: never) => void)>>;

/** Creates an HTML element. `true` writes an empty attribute; `false`, null and undefined write none. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  return complete(document.createElement(name), attributes, children);
}

/** Creates an SVG element in the same way. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): SVGElementTagNameMap[K] {
  return complete(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function complete<E extends Element>(target: E, attributes: Attributes, children: readonly (Child | readonly Child[])[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') target.addEventListener(name.slice(2), value as EventListener);
    else if (value !== undefined && value !== null && value !== false) target.setAttribute(name, value === true ? '' : String(value));
  }
  target.append(
    ...children
      .flat()
      .filter(isContent)
      .map((child) => (typeof child === 'number' ? String(child) : child)),
  );
  return target;
}

function isContent(child: Child): child is Node | string | number {
  return child !== null && child !== undefined && child !== false;
}

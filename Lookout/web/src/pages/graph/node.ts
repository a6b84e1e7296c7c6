import { svg } from '../../dom/element';
import { icon } from '../../dom/icons';
import { nodeSize, type Place } from '../../graph/layout';
import type { Resource } from '../../graph/resources';
import { lookOf, stateText } from './conditions';

const longest = 19;

/** One resource of the picture; its sign, its words and its colour say how it is. */
export function drawNode(resource: Resource, { x, y }: Place, selected: boolean, select: (name: string) => void): SVGElement {
  const [tone, sign] = lookOf(resource);
  const [name, words] = [shortened(resource.name), `${resource.kind} · ${stateText(resource)}`];
  const mark = icon(sign);
  for (const [attribute, value] of Object.entries({ x: 12, y: 10, width: 14, height: 14 })) mark.setAttribute(attribute, String(value));
  const open = (): void => select(resource.name);
  const node = svg(
    'g',
    {
      class: `node tone-${tone}`,
      transform: `translate(${x} ${y})`,
      role: 'button',
      tabindex: 0,
      'aria-label': `${name} ${words}: show its logs`,
      'aria-pressed': String(selected),
      'data-node': resource.name,
      onclick: open,
    },
    svg('rect', { class: 'node-box', width: nodeSize.width, height: nodeSize.height, rx: 8 }),
    svg('rect', { class: 'node-edge', width: 3, height: nodeSize.height - 16, x: 0, y: 8, rx: 1.5 }),
    mark,
    svg('text', { class: 'node-name', x: 33, y: 22 }, `${name} `),
    svg('text', { class: 'node-kind', x: 33, y: 39 }, words),
    name !== resource.name && svg('title', {}, resource.name),
  );
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
  });
  return node;
}

function shortened(name: string): string {
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
}

import { element, svg } from '../../dom/element';
import { reconcile } from '../../dom/reconcile';
import { edgesOf, type Edge } from '../../graph/edges';
import { edgePath } from '../../graph/edgePath';
import { layOut, type Layout } from '../../graph/layout';
import { drawNode } from './node';
import type { ResourcesView } from './summary';

const margin = 6;
const samples = [
  ['Reference', 'is given its address'],
  ['WaitFor', 'is started after it'],
  ['Parent', 'belongs to it'],
] as const;

/** The graph as a picture: what is needed stands left of what needs it. */
export function createPicture(select: (name: string) => void): ResourcesView {
  const edges = svg('g', { class: 'edges', 'aria-hidden': 'true' });
  const nodes = svg('g');
  const picture = svg('svg', { class: 'picture', role: 'group', 'aria-label': 'Resources and what they need' }, arrowhead(), edges, nodes);
  const legend = element('div', { class: 'picture-legend muted' });
  const root = element('div', { class: 'card picture-card' }, element('div', { class: 'picture-scroll' }, picture), legend);
  let drawn = '';
  let layout: Layout | undefined;
  return {
    root,
    update(resources, selected) {
      const relations = edgesOf(resources);
      const shape = JSON.stringify([resources.map(({ name }) => name), relations]);
      if (shape !== drawn || layout === undefined) {
        layout = layOut(
          resources.map(({ name }) => name),
          relations,
        );
        drawn = shape;
        const [width, height] = [layout.width + 2 * margin, layout.height + 2 * margin];
        picture.setAttribute('viewBox', `${-margin} ${-margin} ${width} ${height}`);
        picture.setAttribute('width', String(width));
        picture.setAttribute('height', String(height));
        legend.replaceChildren(...samples.filter(([type]) => relations.some(({ types }) => types.includes(type))).map(sample));
        legend.hidden = relations.length === 0;
      }
      reconcile(edges, layout.edges, {
        key: ({ edge }) => `${edge.from} ${edge.to}`,
        content: ({ edge, points }) => JSON.stringify([points, edge.types, edge.mutual, touches(edge, selected)]),
        create: ({ edge, points }) => drawEdge(edge, edgePath(points), touches(edge, selected)),
      });
      const places = layout.nodes;
      reconcile(nodes, resources, {
        key: ({ name }) => name,
        content: (resource) => JSON.stringify([resource, places.get(resource.name), resource.name === selected]),
        create: (resource) => drawNode(resource, places.get(resource.name) ?? { x: 0, y: 0 }, resource.name === selected, select),
      });
    },
  };
}

function touches(edge: Edge, selected: string): boolean {
  return edge.from === selected || edge.to === selected;
}

function drawEdge({ from, to, types, mutual }: Edge, path: string, touched: boolean): SVGElement {
  return svg(
    'path',
    {
      class: `edge${touched ? ' touched' : ''}`,
      d: path,
      'data-from': from,
      'data-to': to,
      'data-types': types.join(' '),
      'marker-end': 'url(#arrowhead)',
      'marker-start': mutual ? 'url(#arrowhead)' : null,
    },
    svg('title', {}, mutual ? `${from} and ${to} need each other: ${types.join(', ')}` : `${to} needs ${from}: ${types.join(', ')}`),
  );
}

function arrowhead(): SVGElement {
  return svg(
    'defs',
    {},
    svg(
      'marker',
      { id: 'arrowhead', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto-start-reverse' },
      svg('path', { class: 'arrowhead', d: 'M1 1 7 4 1 7' }),
    ),
  );
}

function sample([type, meaning]: (typeof samples)[number]): HTMLElement {
  return element(
    'span',
    {},
    svg('svg', { width: 28, height: 8, 'aria-hidden': 'true' }, svg('path', { class: 'edge', 'data-types': type, d: 'M0 4H28' })),
    `${type}: ${meaning}`,
  );
}

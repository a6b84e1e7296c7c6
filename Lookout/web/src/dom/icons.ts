import { svg } from './element';

const paths = {
  graph: 'M3 3h4v4H3zM9 9h4v4H9zM5 7v4h4M9 3h4v3H9z',
  dashboards: 'M2.5 2.5h4.5v6H2.5zM9 2.5h4.5v3.5H9zM9 8h4.5v5.5H9zM2.5 10.5h4.5v3H2.5z',
  alerts: 'M8 2a4 4 0 0 0-4 4v2.5L2.8 11h10.4L12 8.5V6a4 4 0 0 0-4-4ZM6.5 13.3a1.6 1.6 0 0 0 3 0',
  slos: 'M8 2.5a5.5 5.5 0 1 0 5.5 5.5M8 5a3 3 0 1 0 3 3M8 8l5-5M11 2.5V5h2.5',
  traces: 'M2.5 3.5h7M5 8h6M8 12.5h5.5M2.5 3.5v9',
  logs: 'M2.5 3.5h11M2.5 6.5h7M2.5 9.5h9M2.5 12.5h5',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7',
  moon: 'M13.5 9.5A5.8 5.8 0 0 1 6.5 2.5a5.8 5.8 0 1 0 7 7Z',
  keyboard: 'M1.5 4.5h13v7h-13zM4 7h.01M6.5 7h.01M9 7h.01M11.5 7h.01M5 9.2h6',
  ok: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  warn: 'M8 2.5 14 13H2ZM8 6.5v3M8 11.3v.01',
  crit: 'M5.3 2h5.4L14 5.3v5.4L10.7 14H5.3L2 10.7V5.3ZM8 5v3.5M8 10.8v.01',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 7.3V11M8 5v.01',
  quiet: 'M4 8h8',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 4.8V8l2.3 1.5',
  mute: 'M4 8.5V6a4 4 0 0 1 6.5-3.1M12 6v2.5l1.2 2.5H5M2.5 2.5l11 11',
  link: 'M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7M13.5 2.5 7.5 8.5',
  close: 'M4 4l8 8M12 4l-8 8',
  stop: 'M4 4h8v8H4z',
  plus: 'M8 3v10M3 8h10',
  more: 'M8 3.2v.01M8 8v.01M8 12.8v.01',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.5L13 6M13 2.8V6H9.8',
  zoomOut: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3l3.2 3.2M5 7h4',
  down: 'M4 6l4 4 4-4',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3l3.2 3.2',
} as const;

export type IconName = keyof typeof paths;

/** An icon of 16 by 16 that says nothing by itself: words stand beside it, or an accessible name around it. */
export function icon(name: IconName): SVGSVGElement {
  return svg(
    'svg',
    {
      viewBox: '0 0 16 16',
      'aria-hidden': 'true',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.4,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    svg('path', { d: paths[name] }),
  );
}

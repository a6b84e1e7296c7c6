import { interpolate, readable } from '../dashboards/interpolate';
import { asString } from '../dashboards/json';
import { element } from '../dom/element';
import { markdown } from './markdown';
import type { PanelFactory } from './panel';

/** Text that the dashboard brings. */
export const textPanel: PanelFactory = (host, { panel, scope }) => {
  const content = interpolate(asString(panel.options['content']), scope, readable);
  const body = panel.options['mode'] === 'code' ? element('pre', { class: 'markdown' }, content) : markdown(content);
  host.append(body);
  return { draw: () => ({ series: 0, points: 0 }), dispose: () => body.remove() };
};

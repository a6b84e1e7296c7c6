import { interpolate, readable } from '../dashboards/interpolate';
import { asString } from '../dashboards/json';
import { element } from '../dom/element';
import { markdown } from './markdown';
import type { PanelFactory } from './panel';

/** Text that the dashboard brings. */
export const textPanel: PanelFactory = (host, context) => {
  let shown: string | undefined;
  return {
    draw() {
      const { options } = context.panel;
      const content = interpolate(asString(options['content']), context.scope, readable);
      if (content !== shown) host.replaceChildren(options['mode'] === 'code' ? element('pre', { class: 'markdown' }, content) : markdown(content));
      shown = content;
      return { series: 0, points: 0 };
    },
    dispose: () => host.replaceChildren(),
  };
};

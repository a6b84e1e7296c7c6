import { element } from '../dom/element';
import type { Route } from './routes';

/** Shows the page of a route in the host; the code of each page is loaded when it is first asked for. */
export async function showPage(host: HTMLElement, route: Route, signal: AbortSignal): Promise<void> {
  switch (route.page) {
    case 'dashboard': {
      const { showDashboard } = await import('../dashboards/view');
      if (!signal.aborted) await showDashboard(host, route.uid, signal);
      break;
    }
    default:
      host.replaceChildren(element('h1', {}, route.page));
  }
}

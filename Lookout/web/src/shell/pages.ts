import { failureText } from '../http/problem';
import { notice } from '../dom/notice';
import type { Route } from './routes';

type ShowPage = (host: HTMLElement, signal: AbortSignal) => void | Promise<void>;

/** Shows the page of a route in the host; the code of each page is loaded when it is first asked for. */
export async function showPage(host: HTMLElement, route: Route, signal: AbortSignal): Promise<void> {
  try {
    const show = await load(route);
    if (signal.aborted) return;
    host.replaceChildren();
    await show(host, signal);
  } catch (failure) {
    const text = failureText(failure);
    if (!signal.aborted && text !== undefined) host.replaceChildren(notice('crit', text));
  }
}

async function load(route: Route): Promise<ShowPage> {
  switch (route.page) {
    case 'dashboard': {
      const { showDashboard } = await import('../dashboards/view');
      return (host, signal) => showDashboard(host, route.uid, signal);
    }
    case 'dashboards':
      return (await import('../pages/dashboards/page')).showDashboards;
    case 'graph':
      return (await import('../pages/graph/page')).showGraph;
    case 'alerts':
      return (await import('../pages/alerts/page')).showAlerts;
    case 'slos':
      return (await import('../pages/slos/page')).showSlos;
    default: {
      const { showPlace } = await import('../pages/places');
      return (host) => showPlace(host, route.page);
    }
  }
}

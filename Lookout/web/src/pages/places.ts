import { emptyState } from '../dom/notice';
import { element } from '../dom/element';
import { homePath, type Route } from '../shell/routes';

/** Shows the pages that have nothing of their own: what comes later, and an address that leads nowhere. */
export function showPlace(host: HTMLElement, page: Route['page']): void {
  host.dataset['ready'] = 'true';
  switch (page) {
    case 'traces':
      document.title = 'Traces · Lookout';
      host.append(
        element('div', { class: 'page-head' }, element('h1', {}, 'Traces')),
        emptyState(
          'traces',
          'Traces are not connected yet',
          'The path of each request through queue, batch and model will be here, found from a slow point in a panel or a line in a log.',
        ),
      );
      break;
    case 'logs':
      document.title = 'Logs · Lookout';
      host.append(
        element('div', { class: 'page-head' }, element('h1', {}, 'Logs')),
        emptyState(
          'logs',
          'Logs are not connected yet',
          'The lines of all services will be searched and counted here. What a resource of the graph writes is shown live on the ',
          element('a', { href: '/graph' }, 'Graph'),
          ' page.',
        ),
      );
      break;
    default:
      document.title = 'Not found · Lookout';
      host.append(emptyState('info', 'Nothing is here', `No page has the address ${location.pathname}. `, element('a', { href: homePath }, 'Overview')));
  }
}

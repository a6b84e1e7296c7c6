import { emptyState, notice } from '../../dom/notice';
import { element } from '../../dom/element';
import { keepTimes } from '../../dom/timeElement';
import { followEvents, type StreamState } from '../../http/events';
import { failureText } from '../../http/problem';
import { getJson } from '../../http/request';
import type { Resource } from '../../graph/resources';
import { pushQuery, queryValue } from '../../shell/query';
import { settings } from '../../shell/settings';
import { createLogPane } from './logPane';
import { createPicture } from './picture';
import { streamBadge } from './streamBadge';
import { createSummary } from './summary';
import { createTable } from './table';

/** Shows the resources of the graph as they are, and what each of them writes. */
export async function showGraph(host: HTMLElement, signal: AbortSignal): Promise<void> {
  document.title = 'Graph · Lookout';
  const head = element('div', { class: 'page-head' }, element('h1', {}, 'Graph'));
  host.append(head);
  const known = await settings();
  if (signal.aborted) return;
  if (!known.graph) {
    host.append(noGraph());
    host.dataset['ready'] = 'true';
    return;
  }
  showLive(host, head, signal);
}

function showLive(host: HTMLElement, head: HTMLElement, signal: AbortSignal): void {
  const select = (name: string): void => pushQuery({ resource: name });
  const connection = element('span', { class: 'actions' });
  const failed = element('div', { class: 'troubles' });
  const [summary, picture, table, logs] = [createSummary(), createPicture(select), createTable(), createLogPane(() => select(''), signal)];
  head.append(connection, summary.root);
  host.append(failed, picture.root, table.root, logs.root);
  keepTimes(host, signal);

  let resources: readonly Resource[] | undefined;
  const draw = (): void => {
    const selected = queryValue('resource');
    if (resources !== undefined) {
      summary.update(resources);
      picture.update(resources, selected);
      table.update(resources, selected);
      host.dataset['ready'] = 'true';
    }
    logs.show(selected);
  };
  const onState = (state: StreamState): void => {
    connection.replaceChildren(streamBadge(state));
    host.dataset['stream'] = state.kind;
    if (state.kind === 'lost') void explain(failed, signal);
    else failed.replaceChildren();
  };
  window.addEventListener('popstate', draw, { signal });
  const onData = (data: string): void => {
    resources = (JSON.parse(data) as { resources: Resource[] }).resources;
    draw();
  };
  void followEvents('/api/graph/resources/watch', { data: onData, state: onState }, signal);
  draw();
}

/** An event stream that is refused does not say why; the same question asked plainly does. */
async function explain(host: HTMLElement, signal: AbortSignal): Promise<void> {
  try {
    await getJson('/api/graph/resources', signal);
  } catch (failure) {
    const text = failureText(failure);
    if (!signal.aborted && text !== undefined) host.replaceChildren(notice('warn', `What is shown is the last that was heard. ${text}`));
  }
}

function noGraph(): HTMLElement {
  return emptyState(
    'graph',
    'No graph is connected',
    'This Lookout watches a Prometheus, not a graph of processes. ./kthena up starts one that is connected; beside a running one, start Lookout with --graph and the address that ./kthena status shows for the resource graph.',
  );
}

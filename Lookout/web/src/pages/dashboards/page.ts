import { emptyState, notice } from '../../dom/notice';
import { element } from '../../dom/element';
import { reconcile } from '../../dom/reconcile';
import { getJson } from '../../http/request';
import { queryValue, replaceQuery } from '../../shell/query';
import { dashboardCard } from './card';
import { foundIn, tagsOf, type DashboardEntry } from './entries';

/** Lists the dashboards; one whose file is broken says what is wrong with it. */
export async function showDashboards(host: HTMLElement, signal: AbortSignal): Promise<void> {
  document.title = 'Dashboards · Lookout';
  const search = element('input', {
    class: 'field search',
    type: 'search',
    placeholder: 'Search dashboards  /',
    'aria-label': 'Search dashboards',
    value: queryValue('q'),
    oninput: () => replaceQuery({ q: search.value }),
  });
  const tags = element('div', { class: 'states', role: 'group', 'aria-label': 'Tags' });
  const list = element('ul', { class: 'dashboard-list' });
  const empty = emptyState(
    'dashboards',
    'No dashboard is found',
    'Lookout shows the Grafana dashboards (*.json) of the folder that its option --dashboards names.',
  );
  empty.hidden = true;
  host.append(element('div', { class: 'page-head' }, element('h1', {}, 'Dashboards')), element('div', { class: 'toolbar' }, search, tags), list, empty);

  const entries = await getJson<DashboardEntry[]>('/api/dashboards', signal);
  const draw = (): void => {
    const tag = queryValue('tag');
    const found = foundIn(entries, queryValue('q'), tag);
    reconcile(list, found, { key: ({ uid }) => uid, content: () => '', create: dashboardCard });
    reconcile(tags, tagsOf(entries), { key: (name) => name, content: (name) => String(name === tag), create: (name) => tagButton(name, name === tag) });
    empty.hidden = found.length > 0;
    host.dataset['ready'] = 'true';
  };
  window.addEventListener('popstate', draw, { signal });
  draw();
  const broken = entries.filter(({ error }) => error !== undefined).length;
  if (broken > 0) host.insertBefore(notice('warn', `${broken} of ${entries.length} files cannot be shown; each says why.`), list);
}

function tagButton(name: string, pressed: boolean): HTMLElement {
  return element(
    'button',
    { class: 'button small', type: 'button', 'aria-pressed': String(pressed), onclick: () => replaceQuery({ tag: pressed ? '' : name }) },
    name,
  );
}

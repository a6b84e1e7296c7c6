import { getNews, type AlertNews } from '../../alerting/feed';
import { emptyState, notice } from '../../dom/notice';
import { element } from '../../dom/element';
import { reconcile } from '../../dom/reconcile';
import { keepTimes } from '../../dom/timeElement';
import { poll } from '../../http/poll';
import { failureText } from '../../http/problem';
import { queryValue, withQuery } from '../../shell/query';
import { createAlertsView } from './alertsView';
import { createDetailPane } from './detailPane';
import { createRulesView } from './rulesView';
import { createSilencesView } from './silencesView';

const interval = 5_000;
const views = ['alerts', 'silences', 'rules'] as const;
type View = (typeof views)[number];

/** Shows what fires, what is about to, and what nobody is told of; live while it is seen. */
export function showAlerts(host: HTMLElement, signal: AbortSignal): void {
  document.title = 'Alerts · Lookout';
  const troubles = element('div', { class: 'troubles' });
  const tabs = element('nav', { class: 'tabs', 'aria-label': 'Alerts, silences and rules' });
  const refresh = new Refresh();
  const shown = {
    alerts: createAlertsView(),
    silences: createSilencesView(() => refresh.now(), signal),
    rules: createRulesView(),
  };
  const detail = createDetailPane(() => refresh.now(), signal);
  const split = element(
    'div',
    { class: 'split' },
    element(
      'div',
      {},
      views.map((view) => shown[view].root),
    ),
    detail.root,
  );
  const loading = emptyState('clock', 'Asking Prometheus and Alertmanager …');
  host.append(element('div', { class: 'page-head' }, element('h1', {}, 'Alerts')), tabs, troubles, loading);
  keepTimes(host, signal);

  let news: AlertNews | undefined;
  let opened = false;
  let [asked, answered] = [0, 0];
  const draw = (): void => {
    if (news === undefined) return;
    if (!opened) openNamed(news);
    opened = true;
    const view = viewOfAddress();
    loading.replaceWith(split);
    drawTabs(tabs, news, view);
    reconcile(troubles, news.troubles, { key: (text) => text, content: () => '', create: (text) => notice('crit', text) });
    for (const name of views) shown[name].root.hidden = name !== view;
    shown[view].update(news);
    split.dataset['open'] = String(detail.update(news, view));
    host.dataset['ready'] = 'true';
  };
  window.addEventListener('popstate', draw, { signal });

  const ask = async (): Promise<void> => {
    const turn = ++asked;
    try {
      const answer = await getNews(signal);
      // An answer that took longer than the next one is no news.
      if (turn < answered) return;
      [news, answered] = [answer, turn];
      draw();
    } catch (failure) {
      const text = failureText(failure);
      if (!signal.aborted && text !== undefined) troubles.replaceChildren(notice('crit', text));
    }
  };
  refresh.task = ask;
  void poll(ask, interval, signal);
}

/** Lets what changed something show it without waiting for the next turn. */
class Refresh {
  task: () => Promise<void> = () => Promise.resolve();

  now(): void {
    void this.task();
  }
}

/** Who comes by the name of an alert wants to know all of it. */
function openNamed(news: AlertNews): void {
  const named = news.alerts.find(({ name }) => name === queryValue('alertname'));
  if (named !== undefined && queryValue('alert') === '') history.replaceState(null, '', withQuery({ alert: named.id }));
}

function viewOfAddress(): View {
  return views.find((view) => view === queryValue('view')) ?? 'alerts';
}

function drawTabs(host: HTMLElement, news: AlertNews, view: View): void {
  const counts = {
    alerts: news.alerts.length,
    silences: news.silences.filter((silence) => silence.status.state !== 'expired').length,
    rules: news.groups.reduce((sum, group) => sum + group.rules.length, 0),
  };
  const address = (name: View): string => withQuery({ view: name === 'alerts' ? '' : name, alert: '', rule: '' });
  reconcile(host, views, {
    key: (name) => name,
    content: (name) => `${counts[name]} ${name === view} ${address(name)}`,
    create: (name) =>
      element(
        'a',
        { href: address(name), 'aria-current': name === view ? 'page' : null },
        name === 'alerts' ? 'Alerts' : name === 'silences' ? 'Silences' : 'Rules',
        element('span', { class: 'count' }, counts[name]),
      ),
  });
}

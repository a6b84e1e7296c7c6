import type { AlertNews } from '../../alerting/feed';
import { element } from '../../dom/element';
import { icon } from '../../dom/icons';
import { pushQuery, queryValue } from '../../shell/query';
import { alertDetail } from './alertDetail';
import { section } from './parts';
import { ruleDetail } from './ruleDetail';
import { runbookOf } from './runbook';
import { openSilenceDialog } from './silenceDialog';

interface Subject {
  readonly key: string;
  readonly name: string;
  readonly content: string;
  readonly draw: () => HTMLElement[];
}

export interface DetailPane {
  readonly root: HTMLElement;
  /** Draws what the address selects and tells whether that is anything. */
  update(news: AlertNews, view: string): boolean;
}

/** The alert or rule that the address selects, with its runbook. What did not change is left as it is: somebody reads it. */
export function createDetailPane(refresh: () => void, signal: AbortSignal): DetailPane {
  const title = element('h2');
  const facts = element('div', { class: 'detail-body' });
  const runbook = element('div', { class: 'detail-body' });
  const close = (): void => pushQuery({ alert: '', rule: '' });
  const root = element(
    'aside',
    { class: 'card detail', 'aria-label': 'Details', hidden: true },
    element(
      'div',
      { class: 'detail-head' },
      title,
      element('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close the details', onclick: close }, icon('close')),
    ),
    facts,
    runbook,
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && !root.hidden && document.querySelector('dialog[open]') === null) close();
    },
    { signal },
  );

  let shown: Subject | undefined;
  return {
    root,
    update(news, view) {
      const subject = view === 'alerts' ? selectedAlert(news, refresh, signal) : view === 'rules' ? selectedRule(news, signal) : undefined;
      root.hidden = subject === undefined;
      if (subject !== undefined && subject.content !== shown?.content) facts.replaceChildren(...subject.draw());
      if (subject !== undefined && subject.name !== shown?.name) runbook.replaceChildren(section('Runbook', runbookOf(subject.name, signal)));
      if (subject !== undefined && subject.key !== shown?.key) {
        title.textContent = subject.name;
        root.scrollTop = 0;
        // On a small screen the details take the place of the list, which may have been scrolled.
        window.requestAnimationFrame(() => root.scrollIntoView({ block: 'nearest' }));
      }
      shown = subject;
      return subject !== undefined;
    },
  };
}

function selectedAlert(news: AlertNews, refresh: () => void, signal: AbortSignal): Subject | undefined {
  const alert = news.alerts.find(({ id }) => id === queryValue('alert'));
  if (alert === undefined) return undefined;
  const { rule, ...rest } = alert;
  return {
    key: alert.id,
    name: alert.name,
    content: JSON.stringify([rest, rule?.query, news.silences.filter(({ id }) => alert.silencedBy.includes(id)), news.alertmanager]),
    draw: () => alertDetail(alert, news, () => openSilenceDialog(alert.labels, news.alerts, refresh, signal), signal),
  };
}

function selectedRule(news: AlertNews, signal: AbortSignal): Subject | undefined {
  const name = queryValue('rule');
  const rules = name === '' ? [] : news.groups.flatMap(({ rules: all }) => all).filter((rule) => rule.name === name);
  if (rules.length === 0) return undefined;
  return { key: `rule ${name}`, name, content: JSON.stringify(rules), draw: () => rules.flatMap((rule) => ruleDetail(rule, signal)) };
}

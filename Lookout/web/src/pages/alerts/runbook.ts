import { element } from '../../dom/element';
import { failureText, HttpError } from '../../http/problem';
import { getJson } from '../../http/request';
import { withQuery } from '../../shell/query';

/** Shows the runbook of an alert as soon as it has come. */
export function runbookOf(alert: string, signal: AbortSignal): HTMLElement {
  const host = element('div', { class: 'runbook', 'data-runbook': alert, 'data-state': 'loading' }, element('p', { class: 'muted' }, 'Loading …'));
  void load(host, alert, signal);
  return host;
}

async function load(host: HTMLElement, alert: string, signal: AbortSignal): Promise<void> {
  try {
    const { html } = await getJson<{ html: string }>(`/api/runbooks/${encodeURIComponent(alert)}`, signal);
    // The server renders it from files of its own and lets no HTML of theirs through.
    host.innerHTML = html;
    host.dataset['state'] = 'data';
    // Code that scrolls must be reached by the keyboard.
    for (const code of host.querySelectorAll('pre')) code.tabIndex = 0;
    for (const link of host.querySelectorAll('a')) adapt(link);
  } catch (failure) {
    const text = failure instanceof HttpError && failure.status === 404 ? `There is no runbook for ${alert}.` : failureText(failure);
    if (text === undefined) return;
    host.dataset['state'] = 'error';
    host.replaceChildren(element('p', { class: 'muted' }, text));
  }
}

/** Runbooks link to each other's files: here they lead to the rule that the other one is of. */
function adapt(link: HTMLAnchorElement): void {
  const other = /^(?:\.\/)?(\w+)\.md$/.exec(link.getAttribute('href') ?? '')?.[1];
  if (other !== undefined) link.setAttribute('href', withQuery({ view: 'rules', rule: other, alert: '' }));
  else if (link.origin !== location.origin) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
}

import { expireSilence } from '../../alertmanager/client';
import { matcherText } from '../../alertmanager/matchers';
import { inOrder } from '../../alertmanager/silences';
import type { Silence } from '../../alertmanager/types';
import type { AlertNews } from '../../alerting/feed';
import { openDialog } from '../../dom/dialog';
import { badge, emptyState, notice } from '../../dom/notice';
import { element } from '../../dom/element';
import { icon } from '../../dom/icons';
import { reconcile } from '../../dom/reconcile';
import { timeElement } from '../../dom/timeElement';
import { failureText } from '../../http/problem';
import { countOf } from '../../wording/count';
import type { NewsView } from './alertsView';
import { openSilenceDialog } from './silenceDialog';

/** The silences: what they match, who made them, why and until when; each can be ended. */
export function createSilencesView(refresh: () => void, signal: AbortSignal): NewsView {
  const list = element('ul', { class: 'card' });
  const empty = element('div');
  let news: AlertNews | undefined;
  const create = (): void => openSilenceDialog({}, news?.alerts ?? [], refresh, signal);
  const add = element('button', { class: 'button', type: 'button', onclick: create }, icon('plus'), 'New silence');
  return {
    root: element('div', {}, element('div', { class: 'toolbar' }, add), list, empty),
    update(latest) {
      news = latest;
      add.disabled = latest.alertmanager !== 'ok';
      list.hidden = latest.silences.length === 0;
      reconcile(empty, latest.silences.length > 0 ? [] : [latest.alertmanager], { key: (state) => state, content: () => '', create: noSilences });
      reconcile<Silence>(list, inOrder(latest.silences), {
        key: ({ id }) => id,
        content: (silence) => JSON.stringify([silence.status.state, silence.updatedAt, silence.endsAt, mutedBy(silence, latest)]),
        create: (silence) => silenceRow(silence, mutedBy(silence, latest), refresh, signal),
      });
    },
  };
}

function noSilences(alertmanager: AlertNews['alertmanager']): HTMLElement {
  if (alertmanager === 'off')
    return emptyState('mute', 'Alertmanager is not connected', 'Silences are kept by Alertmanager: start Lookout with --alertmanager and its address.');
  if (alertmanager === 'down')
    return emptyState('mute', 'Alertmanager does not answer', 'Silences are kept by Alertmanager; they are shown as soon as it answers.');
  return emptyState('mute', 'No silences', 'Select an alert and choose Silence: nobody is told of what its matchers match until it ends.');
}

function mutedBy(silence: Silence, news: AlertNews): number {
  return news.alerts.filter((alert) => alert.silencedBy.includes(silence.id)).length;
}

function silenceRow(silence: Silence, muted: number, refresh: () => void, signal: AbortSignal): HTMLElement {
  const state = silence.status.state;
  const [starts, ends] = [new Date(silence.startsAt), new Date(silence.endsAt)];
  return element(
    'li',
    { class: 'silence-row', 'data-silence': silence.id, 'data-silence-state': state },
    element('div', { class: 'silence-state' }, badge(state === 'active' ? 'info' : 'quiet', state, state === 'pending' ? 'clock' : 'mute')),
    element(
      'div',
      { class: 'silence-words' },
      element('p', {}, element('strong', {}, silence.comment)),
      element(
        'span',
        { class: 'labels' },
        silence.matchers.map((matcher) => element('span', { class: 'label' }, matcherText(matcher))),
      ),
      element(
        'p',
        { class: 'muted' },
        `by ${silence.createdBy}, `,
        ...(state === 'pending' ? ['starts ', timeElement(starts)] : [state === 'expired' ? 'ended ' : 'ends ', timeElement(ends)]),
        state === 'active' ? `, ${countOf(muted, 'alert')} silenced` : '',
      ),
    ),
    state !== 'expired' &&
      element('button', { class: 'button small danger', type: 'button', onclick: () => confirmExpire(silence, refresh, signal) }, 'Expire …'),
  );
}

function confirmExpire(silence: Silence, refresh: () => void, signal: AbortSignal): void {
  const failed = element('div');
  const confirm = element('button', { class: 'button primary', type: 'button' }, 'Expire the silence');
  const dialog = openDialog(
    'Expire this silence?',
    element(
      'div',
      { class: 'dialog-body' },
      element('p', {}, 'What it matches and still fires is announced again.'),
      element('pre', { class: 'code' }, silence.matchers.map(matcherText).join('\n')),
      failed,
    ),
    element('div', { class: 'dialog-foot' }, element('button', { class: 'button', type: 'button', onclick: () => dialog.close() }, 'Keep it'), confirm),
  );
  confirm.addEventListener('click', async () => {
    confirm.disabled = true;
    try {
      await expireSilence(silence.id, signal);
      dialog.close();
      refresh();
    } catch (failure) {
      confirm.disabled = false;
      failed.replaceChildren(notice('crit', failureText(failure) ?? 'Cancelled.'));
    }
  });
}

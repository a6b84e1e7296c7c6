import { createSilence } from '../../alertmanager/client';
import { matchersOf, missingOf, newSilence, type SilenceDraft } from '../../alertmanager/silences';
import type { Labels } from '../../alertmanager/types';
import type { Alert } from '../../alerting/alert';
import { openDialog } from '../../dom/dialog';
import { notice } from '../../dom/notice';
import { element } from '../../dom/element';
import { failureText } from '../../http/problem';
import { createEndField } from './endField';
import { createMatcherFields } from './matcherFields';
import { matchPreview } from './matchPreview';

const authorKey = 'lookout.author';

/** Asks what to silence, until when, why and who asks; starts from matchers that match one alert. */
export function openSilenceDialog(labels: Labels, alerts: readonly Alert[], done: () => void, signal: AbortSignal): void {
  const preview = element('div', { class: 'match-preview', 'aria-live': 'polite' });
  const failed = element('div');
  const showMatches = (): void => preview.replaceChildren(...matchPreview(fields.matchers(), alerts));
  const fields = createMatcherFields(matchersOf(labels), showMatches);
  const end = createEndField();
  const comment = element('textarea', { class: 'field', rows: 2, name: 'comment', required: true });
  const author = element('input', { class: 'field', name: 'author', required: true, autocomplete: 'name', value: localStorage.getItem(authorKey) ?? '' });
  const send = element('button', { class: 'button primary', type: 'submit' }, 'Silence');
  const cancel = element('button', { class: 'button', type: 'button', onclick: () => dialog.close() }, 'Cancel');

  const form = element(
    'form',
    { novalidate: true },
    element(
      'div',
      { class: 'dialog-body' },
      fields.root,
      preview,
      end.root,
      element('label', { class: 'form-field' }, 'Reason', comment),
      element('label', { class: 'form-field' }, 'Your name', author),
      failed,
    ),
    element('div', { class: 'dialog-foot' }, cancel, send),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  const dialog = openDialog('Silence', form);
  showMatches();
  comment.focus();

  async function submit(): Promise<void> {
    const now = new Date();
    const draft: SilenceDraft = { matchers: fields.matchers(), endsAt: end.value(now), comment: comment.value, createdBy: author.value };
    const missing = missingOf(draft, now);
    if (missing !== undefined) return failed.replaceChildren(notice('warn', missing));
    send.disabled = true;
    try {
      await createSilence(newSilence(draft, now), signal);
      localStorage.setItem(authorKey, draft.createdBy.trim());
      dialog.close();
      done();
    } catch (failure) {
      failed.replaceChildren(notice('crit', failureText(failure) ?? 'Cancelled.'));
    } finally {
      send.disabled = false;
    }
  }
}

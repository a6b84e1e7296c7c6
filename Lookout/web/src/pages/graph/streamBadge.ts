import { badge } from '../../dom/notice';
import type { StreamState } from '../../http/events';
import { durationText } from '../../wording/duration';

/** Whether what is shown is live. */
export function streamBadge(state: StreamState): HTMLElement {
  switch (state.kind) {
    case 'open':
      return badge('ok', 'live');
    case 'connecting':
      return badge('quiet', 'connecting …', 'clock');
    case 'resting':
      return badge('quiet', 'at rest while the page is hidden', 'clock');
    case 'lost':
      return badge('warn', `connection lost, next try in ${durationText(state.retryInMilliseconds / 1000)}`);
  }
}

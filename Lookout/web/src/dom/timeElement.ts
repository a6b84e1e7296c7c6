import { absoluteTime, relativeTime } from '../wording/time';
import { element } from './element';

/** A time, said relative to now; the absolute one is its title. It stays true while the page is followed by keepTimes. */
export function timeElement(time: Date): HTMLTimeElement {
  const now = new Date();
  return element('time', { datetime: time.toISOString(), title: absoluteTime(time, now), 'data-relative': true }, relativeTime(time, now));
}

/** A time both ways: `3m ago (12:30:05)`. */
export function fullTime(time: Date): HTMLElement {
  return element('span', {}, timeElement(time), element('span', { class: 'muted tabular' }, ` (${absoluteTime(time, new Date())})`));
}

/** Lets the relative times within the host grow older each second until the signal aborts. */
export function keepTimes(host: HTMLElement, signal: AbortSignal): void {
  const timer = setInterval(() => {
    const now = new Date();
    for (const time of host.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
      const text = relativeTime(new Date(time.dateTime), now);
      if (time.textContent !== text) time.textContent = text;
    }
  }, 1_000);
  signal.addEventListener('abort', () => clearInterval(timer));
}

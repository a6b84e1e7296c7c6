import { durationText } from './duration';

/** How far a time is from now: `now`, `3m 20s ago`, `in 2h`. */
export function relativeTime(time: Date, now: Date): string {
  const seconds = (now.getTime() - time.getTime()) / 1000;
  if (Math.abs(seconds) < 1) return 'now';
  const distance = durationText(Math.round(Math.abs(seconds)));
  return seconds > 0 ? `${distance} ago` : `in ${distance}`;
}

/** A time on this machine's clock, to the second; the date is left out for today. */
export function absoluteTime(time: Date, now: Date): string {
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits).join(':');
  return time.toDateString() === now.toDateString() ? clock : `${dateText(time)} ${clock}`;
}

/** A time as `datetime-local` fields write it. */
export function localField(time: Date): string {
  return `${dateText(time)}T${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())}`;
}

function dateText(time: Date): string {
  return `${time.getFullYear()}-${twoDigits(time.getMonth() + 1)}-${twoDigits(time.getDate())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

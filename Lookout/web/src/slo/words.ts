import { durationText } from '../wording/duration';
import type { Slo } from './slos';

/** A ratio in per cent, with as many digits as tell it from its neighbours: `99.9 %`. */
export function percentText(ratio: number): string {
  return `${Number((ratio * 100).toPrecision(ratio > 0.9 && ratio < 1 ? 6 : 3))} %`;
}

/** A burn rate: `0.4×`, `14×`, `1,200×`. */
export function burnText(rate: number): string {
  const rounded = rate >= 10 ? Math.round(rate) : Number(rate.toPrecision(2));
  return `${rounded.toLocaleString('en')}×`;
}

/** How much of the budget is left. */
export function budgetText(left: number): string {
  if (left >= 0) return `${percentText(left)} left`;
  const spent = 1 - left;
  return spent < 2 ? `overspent by ${percentText(-left)}` : `spent ${Math.round(spent).toLocaleString('en')} times over`;
}

/** When the budget will be gone, if things go on as they do now. */
export function exhaustionText({ budgetLeft, burnRate, secondsToExhaustion, periodDays }: Slo): string {
  if (budgetLeft === undefined || burnRate === undefined) return 'not known yet';
  if (budgetLeft <= 0) return 'the budget is spent';
  if (burnRate === 0) return 'never: nothing fails now';
  if (secondsToExhaustion === undefined) return 'not known yet';
  if (periodDays !== undefined && secondsToExhaustion > periodDays * 86_400) return `not within the period of ${periodDays} days`;
  return `in ${durationText(secondsToExhaustion)} at the present rate`;
}

import { element } from './element';

/** Labels as small boxes, without those that are said elsewhere. */
export function labelList(labels: Readonly<Record<string, string>>, without = /^$/): HTMLElement {
  const shown = Object.entries(labels).filter(([name]) => !without.test(name));
  return element(
    'span',
    { class: 'labels' },
    shown.map(([name, value]) => element('span', { class: 'label' }, element('span', {}, element('i', {}, `${name}=`), value))),
  );
}

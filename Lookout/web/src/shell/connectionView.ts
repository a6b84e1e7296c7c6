import { groupBy } from '../collections/groupBy';
import { element } from '../dom/element';
import type { Connection } from './connections';
import { icon } from '../dom/icons';

const words = { asking: '…', ok: 'ok', down: 'down', off: 'off' } as const;
const tones = { asking: 'quiet', ok: 'ok', down: 'crit', off: 'quiet' } as const;

/** The state of each connection, for the foot of the navigation. */
export function connectionList(connections: readonly Connection[]): HTMLLIElement[] {
  return connections.map(({ name, state, detail }) =>
    element(
      'li',
      { title: detail, 'data-connection': name, 'data-connection-state': state },
      element('span', { class: `dot tone-${tones[state]}`, 'aria-hidden': 'true' }),
      element('span', {}, name),
      element('span', {}, words[state]),
    ),
  );
}

/** What is wrong with those that do not answer, in their own words. */
export function troubleList(connections: readonly Connection[]): HTMLLIElement[] {
  // Where Lookout itself does not answer, all of them say the same.
  const down = groupBy(
    connections.filter(({ state }) => state === 'down'),
    ({ detail }) => detail,
  );
  return [...down].map(([detail, those]) =>
    element('li', {}, icon('crit'), element('span', {}, element('strong', {}, `${those.map(({ name }) => name).join(', ')} cannot be reached. `), detail)),
  );
}

import { badge } from '../../dom/notice';
import { element } from '../../dom/element';
import { reconcile } from '../../dom/reconcile';
import { timeElement } from '../../dom/timeElement';
import { failingChecks, type Resource } from '../../graph/resources';
import { withQuery } from '../../shell/query';
import { durationText } from '../../wording/duration';
import { meter } from '../slos/meter';
import { lookOf, resourceData, stateText } from './conditions';
import { linkList } from './linkList';
import type { ResourcesView } from './summary';

const columns = ['Resource', 'State', 'Start-up', 'Started', 'Process', 'Addresses', 'Commands'];
const titles: Readonly<Record<string, string>> = {
  'Start-up': 'From its start until it was healthy',
  Commands: 'What can be asked of it where the graph runs; nothing is run from here',
};

/** The resources as a table, with all that is known of each. */
export function createTable(): ResourcesView {
  const rows = element('tbody');
  const head = element(
    'thead',
    {},
    element(
      'tr',
      {},
      columns.map((title) => element('th', { scope: 'col', title: titles[title] }, title)),
    ),
  );
  return {
    root: element(
      'div',
      { class: 'card table-scroll resources', role: 'region', 'aria-label': 'Resources', tabindex: 0 },
      element('table', { class: 'table' }, head, rows),
    ),
    update(resources, selected) {
      const longest = Math.max(0.001, ...resources.map(({ startSeconds }) => startSeconds ?? 0));
      reconcile(rows, resources, {
        key: ({ name }) => name,
        content: (resource) => JSON.stringify([resource, longest, resource.name === selected]),
        create: (resource) => row(resource, longest, resource.name === selected),
      });
    },
  };
}

function row(resource: Resource, longest: number, selected: boolean): HTMLTableRowElement {
  const [tone, sign] = lookOf(resource);
  const { name, kind, startSeconds, startedAt, stoppedAt, exitCode, pid, commands } = resource;
  return element(
    'tr',
    { ...resourceData(resource), class: selected ? 'selected' : null },
    element(
      'td',
      {},
      element('a', { class: 'rule-name', href: withQuery({ resource: name }), title: `Logs of ${name}`, 'aria-current': selected ? 'true' : null }, name),
      element('div', { class: 'muted' }, kind),
    ),
    element(
      'td',
      {},
      badge(tone, stateText(resource), sign),
      failingChecks(resource).map((check) => element('div', { class: 'check-words' }, `${check.name}: ${check.description ?? check.status ?? ''}`)),
    ),
    element(
      'td',
      { class: 'start tabular' },
      startSeconds === undefined || startSeconds === null
        ? '–'
        : [durationText(startSeconds), meter(`Start-up of ${name} against the slowest`, startSeconds / longest, 'info')],
    ),
    element('td', {}, time(startedAt), stoppedAt ? element('div', { class: 'muted' }, 'stopped ', time(stoppedAt)) : null),
    element(
      'td',
      {},
      pid ? element('div', {}, `pid ${pid}`) : null,
      exitCode !== undefined && exitCode !== null ? element('div', { class: exitCode === 0 ? '' : 'exit-code' }, `exit code ${exitCode}`) : null,
    ),
    element('td', {}, linkList(resource)),
    element(
      'td',
      { class: 'muted' },
      (commands ?? [])
        .filter(({ state }) => state !== 'Hidden')
        .map(({ displayName, name: command }) => displayName || command)
        .join(', ') || '–',
    ),
  );
}

function time(text: string | null | undefined): HTMLElement | string {
  return text ? timeElement(new Date(text)) : '–';
}

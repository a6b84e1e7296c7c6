import { notice } from '../../dom/notice';
import { element } from '../../dom/element';
import { reconcile } from '../../dom/reconcile';
import { conditionOf, failingChecks, type Resource } from '../../graph/resources';
import { countOf } from '../../wording/count';
import { durationText } from '../../wording/duration';
import { stateText } from './conditions';

export interface ResourcesView {
  readonly root: HTMLElement;
  update(resources: readonly Resource[], selected: string): void;
}

/** How the graph is as a whole, and each resource that is not well by name. */
export function createSummary(): { readonly root: HTMLElement; update(resources: readonly Resource[]): void } {
  const text = element('p', { class: 'lead' });
  const unwell = element('div', { class: 'troubles', 'aria-live': 'polite' });
  return {
    root: element('div', { class: 'graph-summary' }, text, unwell),
    update(resources) {
      const well = resources.filter((resource) => conditionOf(resource) === 'healthy').length;
      const slowest = Math.max(0, ...resources.map(({ startSeconds }) => startSeconds ?? 0));
      text.textContent = `${well} of ${countOf(resources.length, 'resource')} healthy${slowest > 0 ? `, the slowest started in ${durationText(slowest)}` : ''}.`;
      reconcile(
        unwell,
        resources.filter((resource) => ['failed', 'unhealthy'].includes(conditionOf(resource))),
        {
          key: ({ name }) => name,
          content: (resource) => wordsOf(resource),
          create: (resource) => notice(conditionOf(resource) === 'failed' ? 'crit' : 'warn', element('strong', {}, resource.name), ` ${wordsOf(resource)}`),
        },
      );
    },
  };
}

function wordsOf(resource: Resource): string {
  const checks = failingChecks(resource).map(({ name, description }) => `${name}${description ? `: ${description}` : ''}`);
  const killed = resource.exitCode === 137 ? ', killed (SIGKILL)' : resource.exitCode === 143 ? ', ended (SIGTERM)' : '';
  return [`${stateText(resource)}${killed}`, ...checks].join('. ');
}

import { openDialog } from '../dom/dialog';
import { element } from '../dom/element';
import { notice } from '../dom/notice';
import { formatValue } from '../format/units';
import { formatDateTime } from '../time/dateTime';
import type { PanelAnswer, QueryTrace } from './panelQuery';

/** Shows a panel's queries as they were asked, what they cost, and what Prometheus said. */
export function openInspector(title: string, answer: PanelAnswer | undefined, source: string): void {
  const queries = answer?.traces ?? [];
  const range = answer ? element('p', { class: 'muted' }, `${formatDateTime(answer.range.from)} to ${formatDateTime(answer.range.to)}, asked of ${source}`) : null;
  openDialog(
    `Query and error: ${title}`,
    element('div', { class: 'inspector' }, range, queries.length === 0 ? element('p', {}, 'Nothing has been asked yet.') : queries.map(section)),
  );
}

function section(trace: QueryTrace): HTMLElement {
  const copy = element('button', { type: 'button', class: 'button small' }, 'Copy');
  copy.addEventListener('click', () => {
    void navigator.clipboard.writeText(trace.expr).then(
      () => (copy.textContent = 'Copied'),
      () => (copy.textContent = 'The browser does not allow it'),
    );
  });
  const facts = [
    trace.kind === 'range' ? `range, step ${trace.step ?? ''}` : 'instant',
    trace.milliseconds === undefined ? '' : formatValue(trace.milliseconds, 'ms', trace.milliseconds < 10 ? 1 : 0),
    trace.samples === undefined ? '' : `${trace.samples.toLocaleString('en')} samples`,
    trace.series === undefined ? '' : `${trace.series} series`,
  ].filter((fact) => fact !== '');
  return element(
    'section',
    { class: 'inspector-query', 'data-query': trace.refId },
    element('div', { class: 'inspector-head' }, element('h3', {}, trace.refId), element('span', { class: 'muted' }, facts.join(' · ')), copy),
    element('pre', { class: 'code' }, element('code', {}, trace.expr)),
    trace.error === undefined ? null : notice('crit', trace.error),
    trace.warnings.map((text) => notice('warn', text)),
    trace.infos.map((text) => notice('info', text)),
  );
}

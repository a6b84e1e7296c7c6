import { element } from '../../dom/element';
import { getJson } from '../../http/request';

/** What Prometheus made of the expressions that were shown; there are as many as rules. */
const formatted = new Map<string, string>();

/** An expression as Prometheus lays it out over lines; as it came until Prometheus has said so, or where it does not. */
export function expressionOf(query: string, signal: AbortSignal): HTMLElement {
  const code = element('pre', { class: 'code expression', tabindex: 0 }, formatted.get(query) ?? query);
  if (!formatted.has(query)) void format(code, query, signal);
  return code;
}

async function format(code: HTMLElement, query: string, signal: AbortSignal): Promise<void> {
  try {
    const { data } = await getJson<{ data: string }>(`/api/prometheus/api/v1/format_query?${new URLSearchParams({ query })}`, signal);
    formatted.set(query, data);
    code.textContent = data;
  } catch {
    // It stays as it came, on one line; that Prometheus does not answer is said elsewhere.
  }
}

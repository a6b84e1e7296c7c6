import { element } from '../dom/element';

/** Shows the dashboard with this uid in the host until the signal aborts. */
export async function showDashboard(host: HTMLElement, uid: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  host.replaceChildren(element('h1', {}, uid));
}

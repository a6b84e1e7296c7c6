import { failureText } from '../http/problem';
import { DashboardPage } from './page';
import { loadDashboard } from './load';
import { settings } from '../shell/settings';

/** Shows the dashboard with this uid in the host until the signal aborts. */
export async function showDashboard(host: HTMLElement, uid: string, signal: AbortSignal): Promise<void> {
  // Without its settings Lookout still draws; the shell says that the server is in trouble.
  const known = settings().catch((failure: unknown) => {
    if (failureText(failure) === undefined) throw failure;
    return undefined;
  });
  const [loaded, chosen] = await Promise.all([loadDashboard(uid, signal), known]);
  if (signal.aborted) return;
  await new DashboardPage(host, uid, loaded, chosen, signal).start();
}

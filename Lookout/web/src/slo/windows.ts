/** A burn rate that alerts when both windows exceed it: the long one shows that it matters, the short one that it still goes on. */
export interface BurnWindow {
  readonly severity: 'page' | 'ticket';
  readonly factor: number;
  readonly short: string;
  readonly long: string;
}

/** Those that Sloth generates for a period of 30 days, from Google's SRE Workbook (Alerting on SLOs, multiwindow, multi-burn-rate). */
export const burnWindows: readonly BurnWindow[] = [
  { severity: 'page', factor: 14.4, short: '5m', long: '1h' },
  { severity: 'page', factor: 6, short: '30m', long: '6h' },
  { severity: 'ticket', factor: 3, short: '2h', long: '1d' },
  { severity: 'ticket', factor: 1, short: '6h', long: '3d' },
];

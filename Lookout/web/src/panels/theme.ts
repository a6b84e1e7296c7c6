import type { Theme } from '../color/palette';

/** The colours of the page that a canvas needs, read from the style sheet. */
export interface ChartTheme {
  readonly name: Theme;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly surface: string;
  readonly font: string;
}

/** The theme that the page shows now. */
export function currentTheme(): ChartTheme {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
  const name: Theme = style.colorScheme.startsWith('light') ? 'light' : 'dark';
  return {
    name,
    text: read('--text', name === 'dark' ? '#e7e9ef' : '#171a21'),
    muted: read('--muted', name === 'dark' ? '#98a1b3' : '#586172'),
    grid: read('--border', name === 'dark' ? '#242a36' : '#e1e4ea'),
    surface: read('--surface', name === 'dark' ? '#11141b' : '#ffffff'),
    font: read('--font', 'sans-serif'),
  };
}

/** Calls when the reader changes the theme, until the signal aborts. */
export function onThemeChange(listener: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', listener, { signal });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

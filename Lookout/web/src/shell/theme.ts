export type Theme = 'dark' | 'light';

const storageKey = 'lookout.theme';
const systemIsLight = window.matchMedia('(prefers-color-scheme: light)');

/** The theme that is shown. */
export function theme(): Theme {
  return document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark';
}

/** Shows the remembered theme, or the system's as it changes. */
export function startTheme(): void {
  systemIsLight.addEventListener('change', () => apply(remembered() ?? system()));
  apply(remembered() ?? system());
}

/** Shows the other theme and remembers it; choosing the system's own forgets, so that the system leads again. */
export function toggleTheme(): void {
  const next: Theme = theme() === 'dark' ? 'light' : 'dark';
  if (next === system()) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, next);
  apply(next);
}

/** Calls back after each change of theme until the signal aborts: colours of a canvas are not styles. */
export function onThemeChange(changed: (theme: Theme) => void, signal: AbortSignal): void {
  window.addEventListener('themechange', () => changed(theme()), { signal });
}

function apply(next: Theme): void {
  document.documentElement.dataset['theme'] = next;
  window.dispatchEvent(new Event('themechange'));
}

function remembered(): Theme | undefined {
  const value = localStorage.getItem(storageKey);
  return value === 'dark' || value === 'light' ? value : undefined;
}

function system(): Theme {
  return systemIsLight.matches ? 'light' : 'dark';
}

import { navigate } from './router';
import { sections } from './sections';

/** How long the second key of a pair may take. */
const pairMilliseconds = 1_500;

/** What the keys do, for the help. */
export const keyHelp: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  ...sections.flatMap(({ key, title }) => (key === undefined ? [] : [[['g', key], `Go to ${title}`] as const])),
  [['/'], 'Search on this page'],
  [['Esc'], 'Close what is open'],
  [['?'], 'Show these keys'],
];

/** What a key means after another: a path to go to, an act, or nothing. */
export function meaningOf(key: string, previous: string | undefined): { readonly goTo: string } | 'search' | 'help' | undefined {
  if (previous === 'g') {
    const section = sections.find((candidate) => candidate.key === key);
    return section && { goTo: section.path };
  }
  if (key === '/') return 'search';
  return key === '?' ? 'help' : undefined;
}

/** Listens to the keyboard, except while somebody types or a dialog is open. */
export function startKeys(showHelp: () => void): void {
  let previous: string | undefined;
  let pressedAt = 0;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    const pair = event.timeStamp - pressedAt < pairMilliseconds ? previous : undefined;
    const meaning = meaningOf(event.key, pair);
    previous = meaning === undefined ? event.key : undefined;
    pressedAt = event.timeStamp;
    if (meaning === undefined) return;
    event.preventDefault();
    if (meaning === 'help') showHelp();
    else if (meaning === 'search') focusSearch();
    else navigate(meaning.goTo);
  });
}

function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  field?.focus();
  field?.select();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, dialog') !== null);
}

import { openDialog } from '../dom/dialog';
import { element } from '../dom/element';
import { keyHelp } from './keys';

export function showHelp(): void {
  if (document.querySelector('dialog[open]') !== null) return;
  const rows = keyHelp.flatMap(([keys, meaning]) => [
    element(
      'dt',
      {},
      keys.map((key) => element('kbd', {}, key)),
    ),
    element('dd', {}, meaning),
  ]);
  openDialog('Keys', element('div', { class: 'dialog-body' }, element('dl', { class: 'keys' }, rows)));
}

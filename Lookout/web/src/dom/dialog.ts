import { element } from './element';
import { icon } from './icons';

/** Opens a modal dialog with a title and a way to close it; it is gone from the page once closed. */
export function openDialog(title: string, ...content: readonly Node[]): HTMLDialogElement {
  const dialog = element(
    'dialog',
    { 'aria-label': title },
    element(
      'div',
      { class: 'dialog-head' },
      element('h2', {}, title),
      element('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('close')),
    ),
    content,
  );
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

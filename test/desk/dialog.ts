import { create } from './elements';

/** A dialog over Desk's page, with a button that closes it. */
export function openDialog(title: string, content: HTMLElement, onClose: () => void): void {
  const close = create('button', { type: 'button', ariaLabel: 'Close the modal' }, '×');
  const dialog = create('dialog', { ariaLabel: title }, create('strong', {}, title), close, content);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    onClose();
  });
  document.body.append(dialog);
  dialog.showModal();
}

import type { CloseCause, CloseGuard } from './closeGuard.js';
import { listenForOutsidePress } from './listenForOutsidePress.js';

export interface CloseListeners {
  guard: () => CloseGuard | null;
  onClose: () => void;
}

/**
 * Hears every way in which a dialog is closed from outside of what it shows, until the returned function is called. While there is a guard Escape is the page's:
 * a browser lets a page hold its own Escape back only once, and what was typed would be gone with the second.
 */
export function listenForClose(dialog: HTMLDialogElement, { guard, onClose }: CloseListeners): () => void {
  const ask = (cause: CloseCause) => {
    if (guard()?.(cause) !== true) onClose();
  };
  const onCancel = (event: Event) => {
    event.preventDefault();
    ask('escape');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || guard() === null) return;
    event.preventDefault();
    ask('escape');
  };
  // A second Escape may close it all the same: browsers let no page hold a person.
  // The event comes late: after StrictMode's second effect it tells of the first, and the dialog is open again.
  const onClosed = () => dialog.open || onClose();
  const unlisten = listenForOutsidePress(dialog, () => ask('outside'));
  dialog.addEventListener('cancel', onCancel);
  dialog.addEventListener('keydown', onKeyDown);
  dialog.addEventListener('close', onClosed);
  return () => {
    unlisten();
    dialog.removeEventListener('cancel', onCancel);
    dialog.removeEventListener('keydown', onKeyDown);
    dialog.removeEventListener('close', onClosed);
  };
}

import type { CloseCause } from './closeGuard.js';
import { listenForOutsidePress } from './listenForOutsidePress.js';

export interface CloseListeners {
  /** Closes, or asks whoever guards what is in the dialog. */
  ask: (cause: CloseCause) => void;
  onClose: () => void;
}

/** Hears every way in which a browser, or a press beside it, closes a dialog, until the returned function is called. */
export function listenForClose(dialog: HTMLDialogElement, { ask, onClose }: CloseListeners): () => void {
  const onCancel = (event: Event) => {
    event.preventDefault();
    ask('escape');
  };
  // A second Escape may close it all the same: browsers let no page hold a person.
  // The event comes late: after StrictMode's second effect it tells of the first, and the dialog is open again.
  const onClosed = () => dialog.open || onClose();
  const unlisten = listenForOutsidePress(dialog, () => ask('outside'));
  dialog.addEventListener('cancel', onCancel);
  dialog.addEventListener('close', onClosed);
  return () => {
    unlisten();
    dialog.removeEventListener('cancel', onCancel);
    dialog.removeEventListener('close', onClosed);
  };
}

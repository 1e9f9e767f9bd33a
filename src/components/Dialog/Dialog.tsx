'use client';
import { type ComponentPropsWithoutRef, forwardRef, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { mergeRefs, slotProps } from '../../internal/index.js';
import { lockScroll } from './lockScroll.js';

export interface DialogProps extends Omit<ComponentPropsWithoutRef<'dialog'>, 'open' | 'onClose' | 'onCancel'> {
  /** Escape was pressed, or the browser's own way back was used. The dialog stays until it is no longer rendered. */
  onClose: () => void;
}

/**
 * A modal `<dialog>`, open as long as it is rendered: in the top layer, focus kept inside by the browser, given back to where it was.
 * Name it by `aria-labelledby`.
 * @example {asking && <Dialog aria-labelledby={titleId} onClose={stop}>...</Dialog>}
 */
export const Dialog = forwardRef<HTMLDialogElement, DialogProps>(function Dialog({ onClose, className, children, ...native }, ref) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const unlock = lockScroll();
    const ask = (event: Event) => {
      event.preventDefault();
      close.current();
    };
    // A second Escape may close it all the same: browsers let no page hold a person.
    // The event comes late: after StrictMode's second effect it tells of the first, and the dialog is open again.
    const closed = () => element.open || close.current();
    element.showModal();
    element.addEventListener('cancel', ask);
    element.addEventListener('close', closed);
    return () => {
      element.removeEventListener('cancel', ask);
      element.removeEventListener('close', closed);
      element.close();
      unlock();
    };
  }, []);

  const merged = useMemo(() => mergeRefs(dialog, ref), [ref]);
  return (
    <dialog {...native} {...slotProps('dialog', className)} ref={merged}>
      {children}
    </dialog>
  );
});

'use client';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { mergeRefs, rootProps } from '../../internal/index.js';
import { type CloseCause, type CloseGuard, CloseGuardContext } from './closeGuard.js';
import { listenForClose } from './listenForClose.js';
import { lockScroll } from './lockScroll.js';

/** Props of `Dialog`. */
export interface DialogProps extends Omit<ComponentPropsWithoutRef<'dialog'>, 'open' | 'onClose' | 'onCancel'> {
  /** Escape or a place beside the dialog was pressed, or the browser's own way back was used. The dialog stays until it is no longer rendered. */
  onClose: () => void;
}

/**
 * A modal `<dialog>`, open as long as it is rendered: in the top layer, focus kept inside by the browser, given back to where it was.
 * Its Escape is its own: a host's dialog around it does not hear of it. Name it by `aria-labelledby`. `ConnectScreens` in it asks before
 * Escape, or a press beside it, throws away what was typed.
 * @example {asking && <Dialog aria-labelledby={titleId} onClose={stop}>...</Dialog>}
 */
export const Dialog = forwardRef<HTMLDialogElement, DialogProps>(function Dialog({ onClose, onKeyDown, className, children, ...native }, ref) {
  const dialog = useRef<HTMLDialogElement>(null);
  const guard = useRef<CloseGuard | null>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  const ask = useCallback((cause: CloseCause) => {
    if (guard.current?.(cause) !== true) close.current();
  }, []);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const unlock = lockScroll();
    element.showModal();
    const unlisten = listenForClose(element, { ask, onClose: () => close.current() });
    return () => {
      unlisten();
      element.close();
      unlock();
    };
  }, [ask]);

  const keepEscape = (event: KeyboardEvent<HTMLDialogElement>) => {
    onKeyDown?.(event);
    if (event.key !== 'Escape') return;
    keep(event);
    // While there is a guard Escape is the page's: a browser lets a page hold its own Escape back only once, and what was typed would be gone
    // with the second. React's event, so that a control inside may take it first; it also comes from a dialog of the host's inside this one, or
    // from wherever a portal leads, whose Escape is theirs.
    const isOwn = event.target instanceof Element && event.target.closest('dialog') === event.currentTarget;
    if (isOwn && guard.current !== null && !event.defaultPrevented && !event.nativeEvent.isComposing) {
      event.preventDefault();
      ask('escape');
    }
    // Where React's root is the document, the host's listeners there are beside React's own.
    event.nativeEvent.stopImmediatePropagation();
  };
  const merged = useMemo(() => mergeRefs(dialog, ref), [ref]);
  return (
    <dialog {...native} {...rootProps('dialog', className)} onKeyDown={keepEscape} onCancel={keep} onClose={keep} ref={merged}>
      <CloseGuardContext.Provider value={guard}>{children}</CloseGuardContext.Provider>
    </dialog>
  );
});

/** React lets these events bubble, which in the browser they do not: a host's dialog around it would close with it. */
const keep = (event: SyntheticEvent): void => event.stopPropagation();

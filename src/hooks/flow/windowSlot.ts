import type { ConsentWindowHandle, OpenConsentWindow } from '../../oauth/index.js';

/** The one sign-in window of a flow; opening another closes it. */
export function createWindowSlot(openWindow: OpenConsentWindow) {
  let handle: ConsentWindowHandle | null = null;
  /** A window that says why the sign-in failed: it stays for whoever reads it, until the next one opens. */
  let left: ConsentWindowHandle | null = null;
  const close = () => {
    handle?.close();
    left?.close();
    handle = null;
    left = null;
  };
  return {
    handle: () => handle,
    close,
    leave() {
      left = handle;
      handle = null;
    },
    /** Call it in the click. False when the browser blocked the window. */
    open(title: string): boolean {
      close();
      handle = openWindow({ title });
      return handle !== null;
    },
  };
}

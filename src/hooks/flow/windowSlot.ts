import type { ConsentWindowHandle, OpenConsentWindow } from '../../oauth/index.js';

/** The one sign-in window of a flow; opening another closes it. */
export function createWindowSlot(openWindow: OpenConsentWindow) {
  let handle: ConsentWindowHandle | null = null;
  const close = () => {
    handle?.close();
    handle = null;
  };
  return {
    handle: () => handle,
    close,
    /** Call it in the click. False when the browser blocked the window. */
    open(title: string): boolean {
      close();
      handle = openWindow({ title });
      return handle !== null;
    },
  };
}

export type WindowSlot = ReturnType<typeof createWindowSlot>;

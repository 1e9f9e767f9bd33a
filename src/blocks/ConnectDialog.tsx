'use client';

import { useEffect, useId, useState } from 'react';
import { laterScreens } from '../components/ConnectScreens/index.js';
import { Dialog } from '../components/Dialog/index.js';
import { useConnect } from '../hooks/index.js';
import { useAppearance } from './appearance.js';
import { FlowScreens } from './FlowScreens.js';

/** Begins to load the screens that the dialog does not open with: on intent, so that without a network a failure can still be told. */
export const preloadLaterScreens = (): void => void laterScreens.load().catch(() => undefined);

/** The provider's flow in a dialog, while it is open. Loaded when somebody is about to open it. */
export function ConnectDialog() {
  const flow = useConnect();
  const titleId = useId();
  const { attributes, classNames } = useAppearance();
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => focusListInstead(opener), [opener]);
  return (
    <Dialog {...attributes} className={classNames?.dialog} aria-labelledby={titleId} onClose={flow.close}>
      <FlowScreens flow={flow} titleId={titleId} autoFocus />
    </Dialog>
  );
}

/**
 * What was pressed may be gone: the button of a list that was empty, the row of an account that was reconnected. Then the list's title has the
 * focus. A page that had it nowhere, as after a press in Safari or a call of `connect()`, is not scrolled to the list.
 */
function focusListInstead(opener: Element | null): void {
  if (opener?.isConnected === false && document.activeElement === document.body)
    document.querySelector<HTMLElement>('[data-ack-slot=manager] [data-ack-slot=title]')?.focus();
}

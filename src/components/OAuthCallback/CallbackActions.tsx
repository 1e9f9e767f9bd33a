'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useCallbackWords } from '../../internal/index.js';
import { useCallbackSlots } from './context.js';
import type { OAuthCallbackProps } from './OAuthCallback.js';

/** How long a window may take to close before it is clear that the browser keeps it, in milliseconds. */
const CLOSING = 400;

export type CallbackActionsProps = Pick<OAuthCallbackProps, 'status' | 'onClose' | 'appName' | 'returnHref'>;

/** The way on: back to the host's page where there is one, else the window closes. */
export function CallbackActions({ status, onClose, appName, returnHref }: CallbackActionsProps): ReactNode {
  const slot = useCallbackSlots();
  const callback = useCallbackWords();
  const [kept, setKept] = useState(false);
  const named = { app: appName };
  const closing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(closing.current), []);
  const close = () => {
    onClose();
    clearTimeout(closing.current);
    closing.current = setTimeout(() => setKept(true), CLOSING);
  };
  const ended = status === 'connected' || status === 'relayed';
  return (
    <>
      {returnHref === undefined ? (
        <button {...slot('button')} data-variant="primary" type="button" onClick={close}>
          {ended || appName === undefined ? callback.close : callback.back(named)}
        </button>
      ) : (
        <a {...slot('button')} data-variant="primary" href={returnHref}>
          {callback.back(named)}
        </a>
      )}
      {kept && (
        <p {...slot('hint')} role="status">
          {callback.closeByHand}
        </p>
      )}
    </>
  );
}

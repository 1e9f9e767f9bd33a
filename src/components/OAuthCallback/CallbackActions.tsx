'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useCallbackWords } from '../../internal/index.js';
import { useCallbackSlots } from './context.js';
import type { OAuthCallbackProps } from './OAuthCallback.js';

/** How long a window may take to close before it is clear that the browser keeps it, in milliseconds. */
const CLOSING = 400;

export type CallbackActionsProps = Pick<OAuthCallbackProps, 'onClose' | 'appName' | 'returnHref'>;

/** The way on, whatever the outcome: a whole page leads back to the host's, a window closes. */
export function CallbackActions({ onClose, appName, returnHref }: CallbackActionsProps): ReactNode {
  const slot = useCallbackSlots();
  const callback = useCallbackWords();
  const [kept, setKept] = useState(false);
  const closing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(closing.current), []);
  const close = () => {
    onClose();
    clearTimeout(closing.current);
    closing.current = setTimeout(() => setKept(true), CLOSING);
  };
  return (
    <>
      {returnHref === undefined ? (
        <button {...slot('button')} data-variant="primary" type="button" onClick={close}>
          {callback.close}
        </button>
      ) : (
        <a {...slot('button')} data-variant="primary" href={returnHref}>
          {callback.back({ app: appName })}
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

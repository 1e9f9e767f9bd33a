'use client';

import { forwardRef } from 'react';
import { OAuthCallback, type OAuthCallbackProps } from '../components/OAuthCallback/index.js';
import { useOAuthCallback } from '../hooks/index.js';
import { useAppearance } from './appearance.js';

/** Props of `OAuthCallbackPage`. */
export interface OAuthCallbackPageProps extends Omit<OAuthCallbackProps, 'status' | 'serviceName' | 'connectorName' | 'errorCode' | 'requestId' | 'onClose'> {
  /** Path or address of your handler; null when the window that started the sign-in finishes it (token mode). @default '/api/airbyte' */
  endpoint?: string | null | undefined;
  /** Closes the page where it is no window of its own. @default window.close() */
  onClose?: (() => void) | undefined;
}

/**
 * The page at your `callbackUrl`, a `<main>`: finishes the sign-in, closes its window when that went well, and says what happened when not.
 * Needs no provider.
 * @throws {ConnectError} `invalid_prop`
 * @example <OAuthCallbackPage endpoint="/api/airbyte" appName="Fernway" />
 */
export const OAuthCallbackPage = forwardRef<HTMLElement, OAuthCallbackPageProps>(function OAuthCallbackPage(
  { endpoint, appName, onClose = () => window.close(), returnHref, ...native },
  ref,
) {
  const { status, code, requestId, connectorName, serviceName, returnTo } = useOAuthCallback({ endpoint });
  const { appName: inherited, attributes } = useAppearance();
  const outcome = { status, errorCode: code, requestId, connectorName, serviceName };
  return (
    <OAuthCallback {...attributes} {...native} {...outcome} appName={appName ?? inherited} returnHref={returnHref ?? returnTo} onClose={onClose} ref={ref} />
  );
});

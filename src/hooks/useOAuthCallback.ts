'use client';

import { useEffect, useState } from 'react';
import { ConnectError, type ConnectErrorCode, isConnectErrorCode } from '../core/index.js';
import { type CallbackResult, runCallbackPage } from '../oauth/index.js';

/** Options of `useOAuthCallback`. */
export interface UseOAuthCallbackOptions {
  /** Path or address of your handler; null when the window that started the sign-in finishes it (token mode). @default '/api/airbyte' */
  endpoint?: string | null | undefined;
}

/** What the callback page shows. */
export interface UseOAuthCallbackResult extends Omit<CallbackResult, 'status' | 'code'> {
  status: 'completing' | CallbackResult['status'];
  /** Of `failed`. */
  code?: ConnectErrorCode | undefined;
}

/**
 * Finishes the sign-in that this page's address carries, then closes the window or leads the tab back. Needs no provider. A page that
 * mounts twice finishes once.
 * @throws {ConnectError} `invalid_prop`
 * @example const { status } = useOAuthCallback({ endpoint: '/api/airbyte' });
 */
export function useOAuthCallback({ endpoint = '/api/airbyte' }: UseOAuthCallbackOptions = {}): UseOAuthCallbackResult {
  if (endpoint !== null && !(typeof endpoint === 'string' && /^(https?:\/)?\//i.test(endpoint)))
    throw new ConnectError('invalid_prop', '`endpoint` of the callback page is neither a path such as "/api/airbyte", a whole address nor null.');
  const [result, setResult] = useState<UseOAuthCallbackResult>({ status: 'completing' });
  useEffect(() => {
    let shown = true;
    void runCallbackPage({ endpoint }).then((finished) => shown && setResult({ ...finished, code: knownCode(finished) }));
    return () => {
      shown = false;
    };
  }, [endpoint]);
  return result;
}

/** A newer handler may know codes that this page does not. */
function knownCode({ status, code }: CallbackResult): ConnectErrorCode | undefined {
  if (status !== 'failed') return undefined;
  return isConnectErrorCode(code) ? code : 'internal';
}

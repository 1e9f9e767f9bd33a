'use client';

import { useEffect, useRef, useState } from 'react';
import { tellHost, type UseConnectResult, useConnect, useLatest } from '../hooks/index.js';
import type { ConnectProps } from './Connect.js';

/**
 * A flow that is open by itself. Closed, one with a picker begins again with it; one for a service is over, since it could only begin with
 * what was just left: the same empty form, or a load that has failed.
 */
export function useFlowInPage({ definition, ...callbacks }: Pick<ConnectProps, 'definition' | 'onConnected' | 'onClose'>): {
  flow: UseConnectResult;
  /** There is nothing to show until another service is asked for. */
  closed: boolean;
} {
  const flow = useConnect({ inline: true });
  const latest = useLatest(callbacks);
  const [closedFor, setClosedFor] = useState<string>();
  const wasOpen = useRef(false);
  const { ensureOpen, state } = flow;
  const idle = state.step === 'idle';
  useEffect(() => {
    const isLeft = idle && wasOpen.current;
    wasOpen.current = !idle;
    // Not `connect`: a sign-in in this tab may have opened it a moment ago.
    if (isLeft && definition !== undefined) setClosedFor(definition);
    else if (idle) ensureOpen({ definition, onConnected: (connector) => latest.current.onConnected?.(connector) });
    if (isLeft) tellHost(latest.current.onClose, undefined);
  }, [idle, ensureOpen, definition, latest]);
  // What ends with its page is not closed: shown again, it opens again.
  useEffect(
    () => () => {
      wasOpen.current = false;
    },
    [],
  );
  return { flow, closed: idle && definition !== undefined && closedFor === definition };
}

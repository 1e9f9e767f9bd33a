'use client';

import { useSyncExternalStore } from 'react';
import type { ConnectApi } from '../core/index.js';
import { useConnectScope } from './connectContext.js';
import type { ConnectFlowSnapshot } from './flow/flowStore.js';
import type { ConnectFlowActions } from './flow/types.js';
import { useOwnFlow } from './useOwnFlow.js';

/** Options of `useConnect`. */
export interface UseConnectOptions {
  /** @default the provider's */
  client?: ConnectApi | undefined;
  /** A flow of this component's own, which it draws itself, in place of the provider's, which the provider's dialog draws. @default false */
  inline?: boolean | undefined;
}

/** The flow's state and everything that can be done with it. */
export interface UseConnectResult extends ConnectFlowSnapshot, ConnectFlowActions {
  /** Whether a sign-in may leave this page for the consent page. False where attempts live in the page's memory, as in token mode, and where leaving failed. */
  canContinueInTab: boolean;
}

/**
 * The connect flow, from a button of your own.
 * @throws {ConnectError} `provider_missing`
 * @example
 * const { connect } = useConnect();
 * const connector = await connect({ definition: 'hubspot' }); // rejects with `flow_closed` when the person leaves
 */
export function useConnect({ client, inline = false }: UseConnectOptions = {}): UseConnectResult {
  const { api, userKey, queryClient, emit, flow: shared } = useConnectScope(client);
  const isOwn = inline || shared === null;
  const own = useOwnFlow({ api, userKey, queryClient, emit, surface: 'inline', resumes: isOwn && 'inline' });
  const flow = isOwn ? own : shared;
  const snapshot = useSyncExternalStore(flow.subscribe, flow.getSnapshot, flow.getSnapshot);
  return { ...snapshot, ...flow.actions, canContinueInTab: api.survivesRedirect !== false && snapshot.consentUrl === undefined };
}

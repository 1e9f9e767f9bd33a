import type { ConnectError, ConnectErrorCode } from '../../core/index.js';

/** What only a new sign-in gets over. */
const RECONNECTED: ReadonlySet<ConnectErrorCode> = new Set(['credentials_refused', 'connector_recycled', 'connector_not_found']);

/** The way on after an error that is the account's own, where the host has one. */
export const reconnectAfter = ({ code }: ConnectError, onReconnect: (() => void) | undefined): (() => void) | undefined =>
  RECONNECTED.has(code) ? onReconnect : undefined;

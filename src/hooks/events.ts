import type { ConnectErrorCode, Connector } from '../core/index.js';

/** What the host hears through the provider's `onEvent`. No event holds anything that a person typed. */
export type ConnectEvent =
  /** The flow began. */
  | { type: 'opened' }
  | { type: 'definition_selected'; definitionId: string }
  /** A sign-in was started at the backend. */
  | { type: 'attempt_started'; attemptId: string }
  /** A sign-in is over, and how the page came to know: the callback page's word on a channel or as a message, a look at the page, or asking in turn. */
  | { type: 'attempt_ended'; attemptId: string; toldBy: 'poll' | 'channel' | 'message' | 'look' }
  /** The browser blocked the sign-in window; the person is offered to go on in the tab. */
  | { type: 'window_blocked' }
  /** Credentials are stored, and tried where there is a way to. `replaces`: id of the connector whose place it has taken. */
  | { type: 'connected'; connector: Connector; verified: boolean; replaces?: string | undefined }
  | { type: 'failed'; code: ConnectErrorCode }
  /** The flow was left, connected or not. */
  | { type: 'closed' }
  | { type: 'disconnected'; connectorId: string };

import type { ConnectErrorBody } from './connectError.js';
import type { Connector } from './connector.js';
import type { ConnectorValues } from './definition.js';
import type { Sealed } from './sealed.js';

/** One sign-in at a service, from the click to the callback. */
export interface StartAttemptInput {
  /** Definition id or slug. */
  definition: string;
  /** Key of the definition's OAuth method. */
  method: string;
  name?: string | undefined;
  /** Values asked before consent. */
  values: Sealed<ConnectorValues>;
  /** Id of the connector that is authorised again: the new one keeps its name, is checked, and takes its place. */
  replaces?: string | undefined;
  /** Where the handler's own `/callback` leads a tab back, which no script can close: one of its `returnPaths`, with any query; anything else counts as none. */
  returnTo?: string | undefined;
}

/** A sign-in that was started, and is not over yet. */
export interface StartedAttempt {
  /** Public: names the attempt in polling and on the channel between windows. */
  attemptId: string;
  /** Where the person signs in. Always https, or http on loopback. */
  consentUrl: string;
  /** ISO 8601. */
  expiresAt: string;
  /**
   * Only where the backend is on another site than the page, which stores none of its cookies there: whoever holds it may complete, with
   * the state that the callback page relays and a session of the same user. Kept in memory; over a redirect in `sessionStorage`.
   */
  ticket?: string | undefined;
}

/** How an attempt stands. `failed` carries no connector: none is left. `replaces` is the id of the one whose place was taken. */
export type AttemptOutcome =
  | { status: 'pending' }
  | { status: 'connected'; connector: Connector; replaces?: string | undefined }
  | { status: 'failed'; error: ConnectErrorBody };

/** What the callback page read from its address. Never stored, never logged. */
export interface CallbackParams {
  secret_id?: string | undefined;
  connector_id?: string | undefined;
  error?: string | undefined;
  error_description?: string | undefined;
}

/** Completing by the opener: where the callback page could not reach a backend that holds the attempt. */
export interface CompleteAttemptInput {
  attemptId: string;
  /** The whole `ack_state`, from the callback page's message. */
  state: string;
  params: CallbackParams;
  /** Of the started attempt, where it came with one. */
  ticket?: string | undefined;
}

import type { ConnectError, ConnectErrorCode } from '../core/index.js';

interface OfRequest {
  /** The `x-request-id` of the request, where it brought one, and of the answer; of a call of `handler.api` its `requestId`, or one of its own. */
  requestId: string;
  /** The host's id of the end user; null where nobody is signed in. */
  userId: string | null;
}

interface OfConnector extends OfRequest {
  connectorId: string;
  definitionId: string;
}

/**
 * What the handler tells the host's log or metrics. No event holds a credential, a token, a state or a consent address.
 * `connector_deleted` says why: by the person, because the service refused the credentials, because the callback was refused, because
 * another one took its place, the host has removed the user, or because nobody took over a connector just created (`onConnected` threw, or the browser had left).
 */
export type ConnectHandlerEvent =
  | ({ type: 'connector_created'; attemptId: string | null; replaces?: string } & OfConnector)
  | ({
      type: 'connector_deleted';
      reason: 'requested' | 'credentials_refused' | 'callback_refused' | 'not_taken_over' | 'replaced' | 'user_deleted';
      connectorId: string;
    } & OfRequest)
  | ({ type: 'connector_renamed'; connectorId: string } & OfRequest)
  /** A token of the user's workspace went to a browser, for token mode. */
  | ({ type: 'token_minted' } & OfRequest)
  /** Of the whole organization, or of the workspace of `userId`. */
  | ({ type: 'oauth_app_changed'; definitionId: string; change: 'set' | 'removed' } & OfRequest)
  | ({ type: 'attempt_started'; attemptId: string; definitionId: string } & OfRequest)
  | ({ type: 'attempt_completed'; attemptId: string; definitionId: string; outcome: 'connected' | 'failed'; code: ConnectErrorCode | null } & OfRequest)
  /** `connectorId` is what the callback named, if that can be an id; `removed` says whether it was made by this attempt's consent and taken away. */
  | ({ type: 'attempt_refused'; attemptId: string; code: ConnectErrorCode; connectorId: string | null; removed: boolean } & OfRequest)
  | ({ type: 'executed'; connectorId: string; entity: string; action: string; durationMs: number | null } & OfRequest)
  /** Every failed request but those that the caller aborted. `error` is for your log: it never goes to the browser. */
  | ({ type: 'error'; route: string; error: ConnectError } & OfRequest);

/**
 * Every failure that crosses a layer has one of these codes. `status` is the HTTP status our handler answers with;
 * `retryable` says whether the same call may succeed later without the person changing anything.
 * The words for end users are in `i18n/` under the same code.
 */
export const ERROR_CODES = {
  // The request itself
  bad_request: { status: 400, retryable: false },
  invalid_input: { status: 422, retryable: false },
  body_too_large: { status: 413, retryable: false },
  inputs_too_large: { status: 413, retryable: false },
  route_not_found: { status: 404, retryable: false },
  method_not_allowed: { status: 405, retryable: false },
  unsupported_media_type: { status: 415, retryable: false },
  version_mismatch: { status: 426, retryable: false },
  rate_limited: { status: 429, retryable: true },
  idempotency_key_reused: { status: 422, retryable: false },
  create_unsettled: { status: 503, retryable: true },
  create_unclear: { status: 409, retryable: false },
  // Who asks, from where
  session_missing: { status: 401, retryable: false },
  origin_refused: { status: 403, retryable: false },
  operation_not_allowed: { status: 403, retryable: false },
  // What is asked for
  connector_not_found: { status: 404, retryable: false },
  connector_recycled: { status: 410, retryable: false },
  definition_not_found: { status: 404, retryable: false },
  definition_not_enabled: { status: 409, retryable: false },
  operation_not_found: { status: 404, retryable: false },
  not_supported: { status: 501, retryable: false },
  not_available_in_token_mode: { status: 501, retryable: false },
  // Credentials
  credentials_refused: { status: 422, retryable: false },
  credentials_mismatch: { status: 422, retryable: false },
  refused_connector_left: { status: 422, retryable: false },
  // OAuth
  attempt_unknown: { status: 404, retryable: false },
  attempt_expired: { status: 410, retryable: false },
  attempt_foreign: { status: 403, retryable: false },
  attempt_replaced: { status: 409, retryable: false },
  oauth_denied: { status: 403, retryable: false },
  oauth_failed: { status: 502, retryable: true },
  oauth_not_available: { status: 409, retryable: false },
  secret_id_expired: { status: 410, retryable: false },
  connector_refused: { status: 403, retryable: false },
  consent_url_refused: { status: 502, retryable: false },
  callback_needs_page: { status: 409, retryable: false },
  popup_blocked: { status: 409, retryable: false },
  flow_closed: { status: 409, retryable: false },
  // Airbyte and the network
  conflict: { status: 409, retryable: true },
  upstream_refused: { status: 502, retryable: false },
  upstream_not_entitled: { status: 502, retryable: false },
  upstream_rejected: { status: 502, retryable: false },
  upstream_unavailable: { status: 502, retryable: true },
  upstream_invalid: { status: 502, retryable: true },
  timeout: { status: 504, retryable: true },
  // Nobody has answered, or something else in the place of the host's backend (a gateway, a login page, a catch-all route): only a page meets it, no handler sends it.
  backend_unavailable: { status: 503, retryable: true },
  // The browser knows that it has no network.
  network_unavailable: { status: 503, retryable: true },
  aborted: { status: 499, retryable: false },
  // The host's set-up
  handler_misconfigured: { status: 500, retryable: false },
  token_mode_unenforced: { status: 403, retryable: false },
  provider_missing: { status: 500, retryable: false },
  invalid_prop: { status: 500, retryable: false },
  internal: { status: 500, retryable: false },
} as const;

/** A stable code to switch on. Adding one is a minor change; renaming one is a breaking change. */
export type ConnectErrorCode = keyof typeof ERROR_CODES;

/** All codes, for the reader of a wire answer and for tests. */
export const isConnectErrorCode = (value: unknown): value is ConnectErrorCode => typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);

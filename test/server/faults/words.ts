import type { ConnectErrorCode } from '../../../src/core/index.js';

const NOT_SET_UP = 'Fernway is not set up for this yet';

/** What the person's screen says of each code that a fault of Airbyte's, or of what stands before the handler, can come to. */
export const TITLES: Partial<Record<ConnectErrorCode, string>> = {
  backend_unavailable: 'Fernway is not answering',
  conflict: 'Something else changed at the same time',
  connector_not_found: 'This account is no longer connected',
  connector_recycled: 'Zendesk has to be connected again',
  connector_refused: 'The sign-in could not be used',
  credentials_refused: 'Zendesk refused these details',
  definition_not_found: 'This service is not offered here',
  handler_misconfigured: NOT_SET_UP,
  invalid_input: 'Some details are not complete',
  network_unavailable: 'You seem to be offline',
  not_supported: 'This is not possible here',
  rate_limited: 'Zendesk limits how often it can be asked',
  session_missing: 'You are signed out of Fernway',
  timeout: 'Zendesk took too long to answer',
  upstream_invalid: 'Zendesk is not answering',
  upstream_refused: NOT_SET_UP,
  upstream_rejected: NOT_SET_UP,
  upstream_unavailable: 'Zendesk is not answering',
};

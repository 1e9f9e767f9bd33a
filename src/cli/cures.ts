import type { ConnectErrorCode } from '../core/index.js';

const NETWORK = 'Check that this machine reaches Airbyte, and --airbyte-url where you gave one; then run the command again.';

/** What to do about a failure of Airbyte, by its code. */
export const CURES: Partial<Record<ConnectErrorCode, string>> = {
  upstream_refused:
    'Check AIRBYTE_CLIENT_ID and AIRBYTE_CLIENT_SECRET (user settings, Applications, in Airbyte’s web app), and that the application’s user administers the organization.',
  upstream_not_entitled: 'Ask Airbyte to enable embedded for your organization.',
  upstream_unavailable: NETWORK,
  network_unavailable: NETWORK,
  timeout: NETWORK,
  upstream_invalid: 'The address answers, but not as Airbyte does: check --airbyte-url.',
  rate_limited: 'Airbyte asks for a pause: run the command again in a minute.',
  conflict: 'Somebody changes the same thing: run the command again.',
  definition_not_found: 'Check the name: a slug such as "hubspot", or the id of the definition.',
  oauth_not_available: 'Nothing is to be set: users of this service paste a key.',
  invalid_input: 'Set the values that are named, and run the command again.',
};

/** For a code without a cure of its own. */
export const OTHER_CURE = 'See the table of codes in the README of airbyte-connect-kit.';

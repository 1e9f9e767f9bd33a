import { type Mode, VARIANTS } from '../airbyte/patternMatrix.js';
import type { Scenario, Seen } from './oauthScenarios.js';

/** Outcome, what a poll says afterwards, connectors left at Airbyte. */
type Expected = readonly [outcome: string, standing: string, left: number];

interface Row {
  /** What the callback brings is a secret id: the connector is made when it is completed. */
  secret: Record<Mode, Expected>;
  /** The callback brings a connector that Airbyte has made on consent. */
  connector: Record<Mode, Expected>;
}

const everywhere = (expected: Expected): Row => ({ secret: { handler: expected, token: expected }, connector: { handler: expected, token: expected } });
const CONNECTED = 'connected, verified';

/** What happens when, for all patterns in both modes. In token mode nothing can be listed: the state alone is the proof, and nothing is removed. */
const ROWS: Record<Scenario, Row> = {
  approved: everywhere([CONNECTED, 'connected', 1]),
  denied: everywhere(['oauth_denied', 'oauth_denied', 0]),
  'expired: the consent came after the attempt’s end': {
    ...everywhere(['attempt_expired', 'attempt_expired', 0]),
    connector: { handler: ['attempt_expired', 'attempt_expired', 0], token: ['attempt_expired', 'attempt_expired', 1] },
  },
  'expired: Airbyte’s consent session had ended': everywhere(['oauth_failed', 'oauth_failed', 0]),
  'revoked: what the consent gave is gone when the callback comes': {
    ...everywhere(['secret_id_expired', 'secret_id_expired', 0]),
    connector: { handler: ['connector_refused', 'connector_refused', 0], token: ['connected, connector_not_found', 'connected', 0] },
  },
  'revoked: the service takes its access back': everywhere([`${CONNECTED}, then credentials_refused`, 'connected', 1]),
  'wrong account: somebody else is signed in': {
    secret: { handler: ['attempt_foreign', 'pending', 0], token: ['attempt_unknown', 'pending', 0] },
    connector: { handler: ['attempt_foreign', 'pending', 0], token: ['attempt_unknown', 'pending', 1] },
  },
  'other definition returned': {
    ...everywhere(['secret_id_expired', 'secret_id_expired', 0]),
    connector: { handler: ['connector_refused', 'connector_refused', 1], token: ['connected, credentials_refused', 'connected', 1] },
  },
  'error callback': everywhere(['oauth_failed', 'oauth_failed', 0]),
  'nothing in the callback': everywhere(['oauth_failed', 'oauth_failed', 0]),
  'both ids': everywhere([CONNECTED, 'connected', 2]),
  'provider down: nobody comes back': everywhere(['pending', 'attempt_expired', 0]),
  'Airbyte down at the callback': {
    // A page that holds the attempt itself says so at once and starts anew; a backend keeps it open for the repeat.
    secret: {
      handler: [`upstream_unavailable (pending), then ${CONNECTED}`, 'connected', 1],
      token: ['upstream_unavailable (upstream_unavailable), then upstream_unavailable', 'upstream_unavailable', 0],
    },
    connector: {
      handler: [`upstream_unavailable (pending), then ${CONNECTED}`, 'connected', 1],
      token: [`connected, upstream_unavailable (connected), then ${CONNECTED}`, 'connected', 1],
    },
  },
  'backend down at the callback': {
    secret: {
      handler: [`backend_unavailable (backend_unavailable), then ${CONNECTED}`, 'connected', 1],
      token: [`${CONNECTED} (connected), then ${CONNECTED}`, 'connected', 1],
    },
    connector: {
      handler: [`backend_unavailable (backend_unavailable), then ${CONNECTED}`, 'connected', 1],
      token: [`${CONNECTED} (connected), then ${CONNECTED}`, 'connected', 1],
    },
  },
};

/** What brings the consent back, by pattern; null where there is no consent to start. */
const BRINGS: Record<string, keyof Row | null> = {
  'connectors, current': 'connector',
  'connectors, seed': 'secret',
  instances: null,
  'sources, Cloud': 'secret',
  'sources, self-managed': null,
  'templates, current': 'secret',
  'templates, seed': 'secret',
};

const NOT_STARTED: Expected = ['not started: oauth_not_available', 'none', 0];

export interface OAuthCell {
  variant: string;
  mode: Mode;
  scenario: Scenario;
  expected: Seen;
}

// SAFETY: the keys of a record that the compiler has checked to hold every scenario.
const scenarios = Object.keys(ROWS) as Scenario[];

export const OAUTH_CELLS: readonly OAuthCell[] = scenarios.flatMap((scenario) =>
  Object.keys(VARIANTS).flatMap((variant) =>
    (['handler', 'token'] as const).map((mode) => ({ variant, mode, scenario, expected: seenOf(expectedOf(scenario, variant, mode), variant, mode) })),
  ),
);

function expectedOf(scenario: Scenario, variant: string, mode: Mode): Expected {
  const brings = BRINGS[variant];
  if (brings === undefined) throw new Error(`The table has no column for the pattern ${variant}.`);
  return brings === null ? NOT_STARTED : ROWS[scenario][brings][mode];
}

/** The public API runs nothing for a browser's token, so that there a check can tell nothing. */
function seenOf([outcome, standing, left]: Expected, variant: string, mode: Mode): Seen {
  const cannotCheck = variant === 'sources, Cloud' && mode === 'token';
  return { outcome: cannotCheck ? outcome.replaceAll(/(?<!un)verified|credentials_refused/g, 'unverified') : outcome, standing, left };
}

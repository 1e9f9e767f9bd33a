import { type AttemptOutcome, type CallbackParams, type ConnectApi, readCallbackAddress, Sealed, toConnectError } from '../../src/core/index.js';
import type { OAuthWorld } from './oauthWorld.js';

/** What somebody saw of an attempt. */
export interface Seen {
  /** What completing said, `connected` with what a check says of the connector; or why nothing could be completed. */
  outcome: string;
  /** What a poll says afterwards. */
  standing: string;
  /** Connectors of all users at Airbyte. */
  left: number;
}

const MINUTE = 60_000;

async function start({ api }: OAuthWorld, definition = 'hubspot') {
  const values = new Sealed(definition === 'hubspot' ? {} : { environment: { subdomain: 'acme' } });
  return api.startAttempt({ definition, method: definition === 'hubspot' ? 'oauth2' : 'zendeskOAuth', values });
}

/** What comes back to the callback page once the person has decided. */
function decided({ sandbox }: OAuthWorld, consentUrl: string, decision: 'approve' | 'deny' = 'approve') {
  const { state, params } = readCallbackAddress(sandbox.decideConsent(consentUrl, decision));
  return { state: state ?? '', params };
}

const codeOf = (error: unknown): string => toConnectError(error).code;
const textOf = (outcome: AttemptOutcome): string => (outcome.status === 'failed' ? outcome.error.code : outcome.status);

async function completed({ api }: OAuthWorld, attemptId: string, callback: { state: string; params: CallbackParams }, page: ConnectApi = api): Promise<string> {
  try {
    const outcome = await page.completeAttempt({ attemptId, ...callback });
    return outcome.status === 'connected' ? `connected, ${await checked(api, outcome.connector.id)}` : textOf(outcome);
  } catch (error) {
    return codeOf(error);
  }
}

const checked = (api: ConnectApi, id: string): Promise<string> => api.checkConnector(id).then(({ status }) => status, codeOf);

async function seen(world: OAuthWorld, attemptId: string, outcome: string): Promise<Seen> {
  const standing = await world.api.getAttempt(attemptId).then(textOf, codeOf);
  // What is removed stays in Airbyte's lists for a moment.
  world.clock.advance(1_000);
  return { outcome, standing, left: world.sandbox.connectors().length };
}

type Decide = (world: OAuthWorld, attempt: { attemptId: string; consentUrl: string }) => Promise<{ outcome: string }>;

/** A scenario that begins with a start; one that cannot be started has that as its outcome. */
const after =
  (decide: Decide) =>
  async (world: OAuthWorld): Promise<Seen> => {
    try {
      const attempt = await start(world);
      const { outcome } = await decide(world, attempt);
      return await seen(world, attempt.attemptId, outcome);
    } catch (error) {
      return { outcome: `not started: ${codeOf(error)}`, standing: 'none', left: world.sandbox.connectors().length };
    }
  };

/** The callback comes with other parameters than those of the decision. */
const changed = (change: (params: CallbackParams, world: OAuthWorld) => CallbackParams | Promise<CallbackParams>, decision: 'approve' | 'deny' = 'approve') =>
  after(async (world, { attemptId, consentUrl }) => {
    const { state, params } = decided(world, consentUrl, decision);
    return { outcome: await completed(world, attemptId, { state, params: await change(params, world) }) };
  });

/** Two answers of completing, one after the other. */
const twice = async (world: OAuthWorld, attemptId: string, callback: { state: string; params: CallbackParams }, between: () => void) => {
  const first = await completed(world, attemptId, callback);
  const standing = await world.api.getAttempt(attemptId).then(textOf, codeOf);
  between();
  return { outcome: `${first} (${standing}), then ${await completed(world, attemptId, callback)}` };
};

export const SCENARIOS = {
  approved: changed((params) => params),
  denied: changed((params) => params, 'deny'),
  'expired: the consent came after the attempt’s end': after(async (world, { attemptId, consentUrl }) => {
    const callback = decided(world, consentUrl);
    world.clock.advance(15 * MINUTE + 1);
    return { outcome: await completed(world, attemptId, callback) };
  }),
  'expired: Airbyte’s consent session had ended': after(async (world, { attemptId, consentUrl }) => {
    world.clock.advance(11 * MINUTE);
    return { outcome: await completed(world, attemptId, decided(world, consentUrl)) };
  }),
  'revoked: what the consent gave is gone when the callback comes': after(async (world, { attemptId, consentUrl }) => {
    const callback = decided(world, consentUrl);
    for (const { id } of world.sandbox.connectors('ada')) await world.host.deleteConnector(id);
    world.clock.advance(6 * MINUTE);
    return { outcome: await completed(world, attemptId, callback) };
  }),
  'revoked: the service takes its access back': after(async (world, { attemptId, consentUrl }) => {
    const callback = decided(world, consentUrl);
    const outcome = await completed(world, attemptId, callback);
    for (const { credentials } of world.sandbox.connectors('ada')) credentials.access_token = 'invalid';
    const [connector] = world.sandbox.connectors('ada');
    return { outcome: `${outcome}, then ${connector === undefined ? 'nothing' : await checked(world.api, connector.id)}` };
  }),
  'wrong account: somebody else is signed in': after(async (world, { attemptId, consentUrl }) => {
    return { outcome: await completed(world, attemptId, decided(world, consentUrl), world.other) };
  }),
  'other definition returned': changed(async (_params, world) => {
    const { consentUrl } = await start(world, 'zendesk-support');
    return decided(world, consentUrl).params;
  }, 'deny'),
  'error callback': changed(() => ({ error: 'server_error', error_description: 'The service said no more.' }), 'deny'),
  'nothing in the callback': changed(() => ({}), 'deny'),
  'both ids': changed(async (params, world) => {
    const key = new Sealed({ credentials: { private_app_token: 'pat-1' } });
    const older = await world.host.createConnector({ definition: 'hubspot', method: 'hubspotPrivateApp', values: key }).then(
      ({ id }) => id,
      () => '00000000-0000-4000-8000-000000000000',
    );
    return { secret_id: 'not-of-this-consent', connector_id: older, ...params };
  }),
  'provider down: nobody comes back': after(async (world, { attemptId }) => {
    const before = textOf(await world.api.getAttempt(attemptId));
    world.clock.advance(15 * MINUTE + 1);
    return { outcome: before };
  }),
  'Airbyte down at the callback': after(async (world, { attemptId, consentUrl }) => {
    const callback = decided(world, consentUrl);
    world.down.airbyte = true;
    return twice(world, attemptId, callback, () => {
      world.down.airbyte = false;
    });
  }),
  'backend down at the callback': after(async (world, { attemptId, consentUrl }) => {
    const callback = decided(world, consentUrl);
    world.down.backend = true;
    return twice(world, attemptId, callback, () => {
      world.down.backend = false;
    });
  }),
} as const satisfies Record<string, (world: OAuthWorld) => Promise<Seen>>;

export type Scenario = keyof typeof SCENARIOS;

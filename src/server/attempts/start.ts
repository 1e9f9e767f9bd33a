import { canBeNew, isSecureUrl, randomState } from '../../airbyte/index.js';
import { wire } from '../../backend/index.js';
import { ConnectError, type ConnectorDefinition, type ConnectorValues, callbackUrlWithState } from '../../core/index.js';
import { json } from '../answer.js';
import { readBody } from '../body.js';
import type { Call } from '../call.js';
import { callbackUrlFor } from '../callbackUrl.js';
import { offeredDefinition, requireMethod } from '../offers.js';
import { isCrossSite } from '../origins.js';
import { ATTEMPT_SECONDS, type Attempt, type AttemptNote } from './attempt.js';
import { type AttemptStore, attemptStore } from './attemptStore.js';
import { MAX_COOKIE_BYTES, startedCookie } from './browserAttempts.js';
import { endOlder } from './endOlder.js';
import { hashState } from './hashState.js';
import { startPage } from './startPage.js';
import { sealedTicket } from './ticket.js';

/** Characters of JSON that the store takes where a cookie is too small. */
const MAX_STORED_INPUTS = 32 * 1024;
/** Plain JSON of this length is sealed to about `MAX_COOKIE_BYTES`. */
const MAX_PLAIN = Math.floor(MAX_COOKIE_BYTES * 0.75) - 80;

/** `POST /attempts`: asks Airbyte for a consent address and gives this browser the cookie that alone can finish; or a ticket where it would keep no cookie. */
export async function startAttempt(call: Call): Promise<Response> {
  const { client, userId, settings, request } = call;
  const given = await readBody(request, wire.requests.startAttempt);
  const definition = await offeredDefinition(call, userId, given.definition);
  requireMethod(definition, given.method, 'oauth');
  const input = given.replaces === undefined ? given : { ...given, name: await nameOfReplaced(call, definition, given.replaces) };
  const callbackUrl = callbackUrlFor(settings, request);
  const page = startPage(call, callbackUrl, input.returnTo);
  const store = attemptStore(call);
  const { attempt, state } = await newAttempt(call, definition, input);
  const held = await fitted(store, page === null ? attempt : { ...attempt, page });
  const ticket = isCrossSite(request) ? await sealedTicket(call, held) : null;
  const cookie = ticket === null ? await startedCookie(call, held) : null;
  const { consentUrl } = await client.initiateOAuth(userId, {
    definition,
    name: input.name,
    values: input.values,
    redirectUrl: callbackUrlWithState(callbackUrl, state),
  });
  requireConsentUrl(consentUrl);
  await store.note({ ...noteOf(attempt), ticket: ticket !== null });
  const answer = { attemptId: attempt.attemptId, consentUrl, expiresAt: new Date(attempt.expiresAt).toISOString() };
  const response = json(ticket === null ? answer : { ...answer, ticket }, 201);
  for (const ended of await endOlder(call, store, attempt)) response.headers.append('set-cookie', ended);
  if (cookie !== null) response.headers.append('set-cookie', cookie);
  call.report.event({ type: 'attempt_started', requestId: call.requestId, userId, attemptId: attempt.attemptId, definitionId: definition.id });
  return response;
}

/** @throws {ConnectError} `connector_not_found` for one that is not the user's, `invalid_input` for one of another definition */
async function nameOfReplaced({ client, userId, request }: Call, definition: ConnectorDefinition, replaces: string): Promise<string> {
  const old = await client.getConnector(userId, replaces, { signal: request.signal });
  if (old.definition.id === definition.id) return old.name;
  throw new ConnectError('invalid_input', 'A connector is replaced by one of its own definition only.', { fieldErrors: { replaces: { code: 'enum' } } });
}

async function newAttempt(
  call: Call,
  definition: ConnectorDefinition,
  input: { name?: string | undefined; replaces?: string | undefined; values: ConnectorValues },
): Promise<{ attempt: Attempt; state: string }> {
  const { userId, settings } = call;
  const { attemptId, state } = randomState();
  const startedAt = settings.now();
  const { environment, replication_config } = input.values;
  const attempt: Attempt = {
    kind: 'attempt',
    attemptId,
    userId,
    definitionId: definition.id,
    stateHash: await hashState(state),
    inputs: {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.replaces === undefined ? {} : { replaces: input.replaces }),
      values: { ...(environment === undefined ? {} : { environment }), ...(replication_config === undefined ? {} : { replication_config }) },
      notedIds: await connectorsBefore(call, definition, startedAt),
    },
    startedAt,
    expiresAt: startedAt + ATTEMPT_SECONDS * 1000,
  };
  return { attempt, state };
}

/** Where a callback names a connector, those that are there already must be known beforehand. The age of most is enough. */
async function connectorsBefore({ client, userId, settings, request }: Call, definition: ConnectorDefinition, startedAt: number): Promise<string[]> {
  if (!settings.pattern.callback.includes('connector_id')) return [];
  const connectors = await client.listConnectors(userId, { definition: definition.id }, { signal: request.signal });
  return connectors.filter((connector) => canBeNew(connector, startedAt)).map(({ id }) => id);
}

/** Inputs that are too large for the cookie go to the store. @throws {ConnectError} `inputs_too_large` */
async function fitted(store: AttemptStore, attempt: Attempt): Promise<Attempt> {
  if (new TextEncoder().encode(JSON.stringify(attempt)).length <= MAX_PLAIN || attempt.inputs === null) return attempt;
  if (JSON.stringify(attempt.inputs).length > MAX_STORED_INPUTS)
    throw new ConnectError('inputs_too_large', `The values asked before consent have more than ${MAX_STORED_INPUTS} characters.`);
  await store.keepInputs(attempt.attemptId, attempt.inputs);
  return { ...attempt, inputs: null };
}

function noteOf({ attemptId, userId, definitionId, stateHash, startedAt, expiresAt, inputs }: Attempt): AttemptNote {
  return { attemptId, userId, definitionId, stateHash, startedAt, expiresAt, notedIds: inputs?.notedIds ?? [], replaced: false };
}

/** Only an address that is safe to open. @throws {ConnectError} `consent_url_refused` */
function requireConsentUrl(consentUrl: string): void {
  if (isSecureUrl(consentUrl)) return;
  throw new ConnectError('consent_url_refused', 'Airbyte answered a consent address that is neither https nor http on loopback.');
}

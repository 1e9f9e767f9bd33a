import { acceptCallbackConnector, consentFailure } from '../../airbyte/index.js';
import { type CallbackParams, ConnectError, type Connector, isConnectError } from '../../core/index.js';
import type { Call } from '../call.js';
import { createWithIntent } from '../creates/createWithIntent.js';
import { offeredDefinition } from '../offers.js';
import type { Attempt } from './attempt.js';
import { type AttemptStore, attemptStore } from './attemptStore.js';

/** An attempt in the hands of the browser that started it, with its inputs. */
export type OpenAttempt = Attempt & { inputs: NonNullable<Attempt['inputs']> };

/** The attempt with its inputs, wherever they are. Null when the store has lost them. */
export async function opened(store: AttemptStore, attempt: Attempt): Promise<OpenAttempt | null> {
  const inputs = attempt.inputs ?? (await store.keptInputs(attempt.attemptId));
  return inputs === null ? null : { ...attempt, inputs };
}

/**
 * The connector that the consent is worth.
 * @throws {ConnectError} `oauth_denied`, `oauth_failed`, `definition_not_found`, `connector_refused`, and whatever creating throws
 */
async function connectorOfCallback(call: Call<string | null>, attempt: OpenAttempt, params: CallbackParams): Promise<Connector> {
  if (params.error !== undefined) throw consentFailure(params.error);
  const definition = await offeredDefinition(call, attempt.userId, attempt.definitionId);
  const brought = call.settings.pattern.callback.find((name) => params[name] !== undefined);
  if (brought === undefined)
    throw new ConnectError('oauth_failed', 'The callback brought nothing that this pattern knows: neither a connector nor a secret id.');
  if (brought === 'connector_id') return judgeConnectorId(call, attempt, params.connector_id ?? '');
  const { inputs, userId, attemptId } = attempt;
  const create = () => call.client.createConnector(userId, { definition, name: inputs.name, values: inputs.values, secretId: params.secret_id });
  const place = attemptStore(call).intentOf(attemptId);
  return createWithIntent(call, place, { userId, definitionId: definition.id, holder: attemptId }, create);
}

/** A failure that a repeat of the same callback may not meet: the attempt stays open. */
export const isPassing = (error: unknown): boolean =>
  !isConnectError(error) || (error.retryable && error.code !== 'oauth_failed') || error.code === 'internal' || error.code === 'handler_misconfigured';

/**
 * The connector that the attempt is worth: the one that was made before the host failed to take it over, else the callback's.
 * @throws {ConnectError} `attempt_expired`, `attempt_replaced`, and as `connectorOfCallback`
 */
export async function connectorOf(call: Call<string | null>, attempt: OpenAttempt, params: CallbackParams): Promise<Connector> {
  if (call.settings.now() > attempt.expiresAt) throw new ConnectError('attempt_expired', 'The consent came back after the attempt had expired.');
  const store = attemptStore(call);
  // Its cookie ends with the start of the newer one, unless the browser keeps it all the same.
  if ((await store.noted(attempt.attemptId))?.replaced) throw new ConnectError('attempt_replaced', 'A newer attempt has taken the place of this one.');
  const made = await store.made(attempt.attemptId);
  if (made !== null) return made;
  const connector = await connectorOfCallback(call, attempt, params);
  if (!(await store.take(connector.id, attempt.attemptId))) throw refusedConnector('not_of_this_attempt');
  await store.keepMade(attempt.attemptId, connector);
  return connector;
}

async function judgeConnectorId({ client }: Call<string | null>, attempt: OpenAttempt, connectorId: string): Promise<Connector> {
  const { userId, definitionId, startedAt, inputs } = attempt;
  const verdict = acceptCallbackConnector({
    connectors: await client.listConnectors(userId),
    connectorId,
    definitionId,
    startedAt,
    notedIds: new Set(inputs.notedIds),
  });
  if ('accepted' in verdict) return verdict.accepted;
  throw refusedConnector(verdict.refused);
}

const refusedConnector = (why: string) => new ConnectError('connector_refused', `The connector that the callback names was not made by this attempt: ${why}.`);

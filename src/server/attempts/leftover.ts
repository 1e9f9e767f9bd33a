import { acceptCallbackConnector, isId } from '../../airbyte/index.js';
import type { CallbackParams, ConnectErrorCode } from '../../core/index.js';
import type { Call } from '../call.js';
import { reportError } from '../reportError.js';
import { type AttemptNote, NOTE_SECONDS } from './attempt.js';
import { attemptStore } from './attemptStore.js';

type Subject = Pick<AttemptNote, 'attemptId' | 'userId' | 'definitionId' | 'startedAt' | 'notedIds'>;

/**
 * A callback was refused. Where Airbyte has made a connector on consent, the one that this very attempt made is taken away; any other id
 * in the address (another tenant's, an older one of the same user, one that another attempt or a create has made) is left alone. Call it only when the attempt's whole state was proved.
 */
export async function removeLeftover(call: Call<string | null>, attempt: Subject, params: CallbackParams, code: ConnectErrorCode): Promise<void> {
  const connectorId = params.connector_id ?? null;
  const removed = connectorId !== null && call.settings.pattern.callback.includes('connector_id') && (await removeIfMade(call, attempt, connectorId));
  refused(call, attempt.attemptId, code, connectorId, removed);
}

/**
 * As `removeLeftover`, for an attempt that has ended and whose lock the caller holds: no repeat can go on with the connector that the host
 * did not take over, so that it goes too.
 */
export async function removeEnded(call: Call<string | null>, attempt: Subject, params: CallbackParams, code: ConnectErrorCode): Promise<void> {
  const made = await removeMade(call, attempt);
  if (made === null) return removeLeftover(call, attempt, params, code);
  refused(call, attempt.attemptId, code, made, true);
}

/** Tells the host that a callback was not accepted. What is no id is not told: anybody can write anything into an address. */
export function refused(
  { report, requestId, userId }: Call<string | null>,
  attemptId: string,
  code: ConnectErrorCode,
  connectorId: string | null,
  removed = false,
): void {
  const named = connectorId !== null && isId(connectorId) ? connectorId : null;
  report.event({ type: 'attempt_refused', requestId, userId, attemptId, code, connectorId: named, removed });
}

/** Its id, when there was one and it is gone. A failure goes to the host's log. */
async function removeMade(call: Call<string | null>, { attemptId, userId }: Subject): Promise<string | null> {
  const store = attemptStore(call);
  try {
    const made = await store.made(attemptId);
    if (made === null || (await store.outcome(attemptId)) !== null) return null;
    await call.client.deleteConnector(userId, made.id);
    call.report.event({ type: 'connector_deleted', reason: 'not_taken_over', requestId: call.requestId, userId, connectorId: made.id });
    await store.forgetMade(attemptId);
    return made.id;
  } catch (error) {
    reportError(call, userId, error);
    return null;
  }
}

/** The refusal stands whether or not the removal works: a failure of it goes to the host's log. */
async function removeIfMade(call: Call<string | null>, attempt: Subject, connectorId: string): Promise<boolean> {
  const { client, report, requestId, settings } = call;
  const { attemptId, userId, definitionId, startedAt } = attempt;
  try {
    // Later it is no longer known which connectors somebody else has taken.
    if (settings.now() >= startedAt + NOTE_SECONDS * 1000) return false;
    const connectors = await client.listConnectors(userId);
    const verdict = acceptCallbackConnector({
      connectors,
      connectorId,
      definitionId,
      startedAt,
      notedIds: new Set(attempt.notedIds),
      refusedBecause: 'attempt_foreign',
    });
    if (!('refused' in verdict) || !verdict.removable) return false;
    if (!(await attemptStore(call).take(connectorId, `${attemptId}:refused`))) return false;
    await client.deleteConnector(userId, connectorId);
    report.event({ type: 'connector_deleted', reason: 'callback_refused', requestId, userId, connectorId });
    return true;
  } catch (error) {
    reportError(call, userId, error);
    return false;
  }
}

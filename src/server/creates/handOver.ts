import { ConnectError, type Connector, isConnectError } from '../../core/index.js';
import { attemptStore } from '../attempts/attemptStore.js';
import type { Call } from '../call.js';
import { announce } from '../connected.js';
import { requireNotDeparted } from '../departed.js';
import { removeConnector } from '../removeConnector.js';
import { reportError } from '../reportError.js';
import { freePlace, takePlace } from './place.js';

export interface HandOverOptions {
  /** Ends when the browser leaves. */
  signal: AbortSignal;
  /** When the request came, in milliseconds since the epoch. */
  since: number;
  /** Who takes the connector, so that no callback may name it as its own. */
  holder: string;
  /** How long it is known who has taken it, in seconds. @default as long as a callback may name it */
  holderSeconds?: number | undefined;
  /** Id of the connector whose place it is to take. */
  replaces?: string | undefined;
  /** Called when it was removed again. */
  removed?: (() => Promise<void>) | undefined;
}

/**
 * A connector that the host could not take over is removed: the person is told of a failure and tries again. So is one that nobody waits
 * for: the page was closed, and its key is still untried.
 * @returns the id whose place it has taken
 * @throws {ConnectError} `conflict` when a sign-in has named it as its own; `refused_connector_left` when the service refuses the
 *   credentials and the connector cannot be removed; what checking and `onConnected` throw
 */
export async function handOver(call: Call, connector: Connector, options: HandOverOptions): Promise<string | undefined> {
  const { signal, since, holder, holderSeconds, replaces, removed } = options;
  if (!(await attemptStore(call).take(connector.id, holder, holderSeconds))) throw new ConnectError('conflict', 'A sign-in has taken the connector over.');
  let place: string | undefined;
  try {
    requirePresent(signal);
    await requireNotDeparted(call, call.userId, since);
    if (replaces !== undefined) place = await takePlace(call, connector, { replaces, holder });
    await announce(call, { userId: call.userId, connector, attemptId: null, replaces: place });
    return place;
  } catch (error) {
    const told = await undo(call, connector, error, removed);
    if (place !== undefined) await freePlace(call, place);
    throw told;
  }
}

function requirePresent(signal: AbortSignal): void {
  if (signal.aborted) throw new ConnectError('aborted', 'The browser left while its connector was created.');
}

/** What went wrong stays what the person is told, but for what is left behind. A removal that fails goes to the host's log too. */
async function undo(call: Call, { id }: Connector, error: unknown, removed: (() => Promise<void>) | undefined): Promise<unknown> {
  const refusal = isConnectError(error) && error.code === 'credentials_refused' ? error : null;
  try {
    await removeConnector(call, id, refusal === null ? 'not_taken_over' : 'credentials_refused');
    await removed?.();
    return error;
  } catch (cause) {
    reportError(call, call.userId, cause);
    return refusal === null ? error : refusedButLeft(refusal, id, cause);
  }
}

/** The service refused, and what holds the refused credentials is still there: the person removes it. */
export const refusedButLeft = ({ fieldErrors }: ConnectError, id: string, cause: unknown): ConnectError =>
  new ConnectError('refused_connector_left', `The service refused the credentials, and the connector ${id} could not be removed.`, { cause, fieldErrors });

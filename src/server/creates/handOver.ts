import { ConnectError, type Connector, isConnectError } from '../../core/index.js';
import { attemptStore } from '../attempts/attemptStore.js';
import type { Call } from '../call.js';
import { announce } from '../connected.js';
import { removeConnector } from '../removeConnector.js';
import { reportError } from '../reportError.js';

export interface HandOverOptions {
  /** Ends when the browser leaves. */
  signal: AbortSignal;
  /** Who takes the connector, so that no callback may name it as its own. */
  holder: string;
  confirm?: ((connector: Connector) => Promise<void>) | undefined;
  replaces?: string | undefined;
  /** Called when it was removed again. */
  removed?: (() => Promise<void>) | undefined;
}

/**
 * A connector that the host could not take over is removed: the person is told of a failure and tries again. So is one that nobody waits
 * for: the page was closed, and its key is still untried.
 */
export async function handOver(call: Call, connector: Connector, { signal, holder, confirm, replaces, removed }: HandOverOptions): Promise<void> {
  try {
    requirePresent(signal);
    await attemptStore(call).take(connector.id, holder);
    await confirm?.(connector);
    await announce(call, { userId: call.userId, connector, attemptId: null, replaces });
  } catch (error) {
    await undo(call, connector, error, removed);
    throw error;
  }
}

function requirePresent(signal: AbortSignal): void {
  if (signal.aborted) throw new ConnectError('aborted', 'The browser left while its connector was created.');
}

/** What went wrong stays what the person is told: a removal that fails goes to the host's log. */
async function undo(call: Call, { id }: Connector, error: unknown, removed: (() => Promise<void>) | undefined): Promise<void> {
  const isRefused = isConnectError(error) && error.code === 'credentials_refused';
  try {
    await removeConnector(call, id, isRefused ? 'credentials_refused' : 'not_taken_over');
    await removed?.();
  } catch (cause) {
    reportError(call, call.userId, cause);
  }
}

import { type ConnectApi, ConnectError, type ConnectorValues, type ConsentWindow, Sealed, type StartedAttempt } from '../../core/index.js';
import { type ConsentWindowHandle, consentUrl, type WatchAttemptOptions, watchAttempt } from '../../oauth/index.js';
import type { ConnectedConnector } from './types.js';

/** At which service to sign in, and how. */
export interface SignInInput {
  /** Definition id or slug. */
  definition: string;
  /** Key of an OAuth method. */
  method: string;
  name?: string | undefined;
  /** Values asked before consent. */
  values: ConnectorValues;
  /** Id of the connector that is authorised again. */
  replaces?: string | undefined;
  /** Where the handler's own callback leads a tab that was left. */
  returnTo?: string | undefined;
}

export interface RunSignInOptions {
  api: ConnectApi;
  input: SignInInput;
  /** The window that was opened in the click, or null when it was blocked. */
  handle: () => ConsentWindowHandle | null;
  signal: AbortSignal;
  onStarted?: ((attempt: StartedAttempt) => void) | undefined;
  onWindow?: ((window: Exclude<ConsentWindow, 'blocked'>) => void) | undefined;
  onTold?: WatchAttemptOptions['onTold'];
}

/** Starts an attempt, leads the window to the consent page and waits for the connector. The window itself is opened before, in the click. */
export async function runSignIn({ api, input, handle, signal, onStarted, onWindow, onTold }: RunSignInOptions): Promise<ConnectedConnector> {
  const values = new Sealed(input.values);
  try {
    const attempt = await api.startAttempt({ ...input, values }, { signal });
    signal.throwIfAborted();
    consentUrl(attempt.consentUrl);
    handle()?.navigate(attempt.consentUrl);
    onStarted?.(attempt);
    return await awaitAttempt({ ...attempt, api, handle, signal, onWindow, onTold });
  } finally {
    values.empty();
  }
}

/** Waits for a started attempt's connector. */
export async function awaitAttempt(options: WatchAttemptOptions): Promise<ConnectedConnector> {
  const outcome = await watchAttempt(options);
  options.signal.throwIfAborted();
  if (outcome.status === 'connected') return outcome.replaces === undefined ? outcome.connector : { ...outcome.connector, replaces: outcome.replaces };
  throw new ConnectError(outcome.error.code, 'The sign-in ended without a connector.', outcome.error);
}

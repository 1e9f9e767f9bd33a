import { type ConnectApi, ConnectError, type Connector, type ConnectorValues, type ConsentWindow, Sealed, type StartedAttempt } from '../../core/index.js';
import { type ConsentWindowHandle, consentUrl, watchAttempt } from '../../oauth/index.js';

export interface SignInInput {
  /** Definition id or slug. */
  definition: string;
  /** Key of an OAuth method. */
  method: string;
  name?: string | undefined;
  /** Values asked before consent. */
  values: ConnectorValues;
}

export interface RunSignInOptions {
  api: ConnectApi;
  input: SignInInput;
  /** The window that was opened in the click, or null when it was blocked. */
  handle: () => ConsentWindowHandle | null;
  signal: AbortSignal;
  onStarted?: ((attempt: StartedAttempt) => void) | undefined;
  onWindow?: ((window: Exclude<ConsentWindow, 'blocked'>) => void) | undefined;
}

/** Starts an attempt, leads the window to the consent page and waits for the connector. The window itself is opened before, in the click. */
export async function runSignIn({ api, input, handle, signal, onStarted, onWindow }: RunSignInOptions): Promise<Connector> {
  const values = new Sealed(input.values);
  try {
    const attempt = await api.startAttempt({ definition: input.definition, method: input.method, name: input.name, values }, { signal });
    signal.throwIfAborted();
    consentUrl(attempt.consentUrl);
    handle()?.navigate(attempt.consentUrl);
    onStarted?.(attempt);
    return await awaitAttempt({ api, attemptId: attempt.attemptId, expiresAt: attempt.expiresAt, handle, signal, onWindow });
  } finally {
    values.empty();
  }
}

/** Waits for a started attempt's connector. */
export async function awaitAttempt(options: Parameters<typeof watchAttempt>[0]): Promise<Connector> {
  const outcome = await watchAttempt(options);
  options.signal.throwIfAborted();
  if (outcome.status === 'connected') return outcome.connector;
  throw new ConnectError(outcome.error.code, 'The sign-in ended without a connector; its code says why.', outcome.error);
}

// Beside the class, not with it: a page that only throws errors carries none of this.
import { ConnectError } from './connectError.js';
import { isConnectErrorCode } from './errorCodes.js';

/** Tests the name and the code, since `instanceof` fails across two copies of a package. */
export function isConnectError(error: unknown): error is ConnectError {
  return error instanceof Error && error.name === 'ConnectError' && 'code' in error && isConnectErrorCode(error.code);
}

/** Any thrown value as a `ConnectError`: an abort becomes `aborted`, the unknown becomes `internal` with the value as its cause. */
export function toConnectError(error: unknown): ConnectError {
  if (isConnectError(error)) return error;
  if (error instanceof Error && error.name === 'AbortError') return new ConnectError('aborted', 'The call was aborted by its caller.', { cause: error });
  return new ConnectError('internal', 'An unexpected error was thrown; see its cause.', { cause: error });
}

import { ConnectError, isConnectError } from '../core/index.js';

/** Errors of values, keyed by the form's paths instead of the body's. */
export function atTheForm(error: unknown, paths: Readonly<Record<string, string>>): unknown {
  if (!isConnectError(error) || error.fieldErrors === undefined) return error;
  const fieldErrors = Object.fromEntries(Object.entries(error.fieldErrors).map(([path, problem]) => [paths[path] ?? path, problem]));
  return new ConnectError(error.code, error.message, { cause: error, requestId: error.requestId, retryAfter: error.retryAfter, fieldErrors });
}

import type { CallbackParams } from '../../core/index.js';

/** Characters of an id at most: longer than any of Airbyte's. */
const MAX_ID = { secret_id: 2048, connector_id: 200 } as const;

/**
 * The parameters as they are judged. They come from an address, which anybody can have written: an id that is too long counts as a failed
 * consent, so that the attempt ends; and what describes an error is read by nobody.
 */
export function judgedParams(given: CallbackParams): CallbackParams {
  const fitting = (name: keyof typeof MAX_ID) => ((given[name] ?? '').length > MAX_ID[name] ? undefined : given[name]);
  const params = { secret_id: fitting('secret_id'), connector_id: fitting('connector_id'), error: given.error };
  const isCut = params.secret_id !== given.secret_id || params.connector_id !== given.connector_id;
  return isCut ? { ...params, error: given.error ?? 'parameter_too_long' } : params;
}

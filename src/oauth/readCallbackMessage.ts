import type { CallbackParams } from '../core/attempt.js';
import { at } from './at.js';
import type { CallbackMessage } from './messages.js';

/** A message of this attempt, or null for anything else. */
export function readCallbackMessage(data: unknown, attemptId: string): CallbackMessage | null {
  if (at(data, 'attemptId') !== attemptId) return null;
  const outcome = at(data, 'outcome');
  const state = at(data, 'state');
  if (at(data, 'type') === 'ack:outcome' && (outcome === 'connected' || outcome === 'failed')) return { type: 'ack:outcome', attemptId, outcome };
  if (at(data, 'type') !== 'ack:params' || typeof state !== 'string' || at(data, 'params') === undefined) return null;
  return { type: 'ack:params', attemptId, state, params: readParams(at(data, 'params')) };
}

/** What may be a callback's parameters: texts, and nothing else. */
export function readParams(data: unknown): CallbackParams {
  const read = (name: string) => {
    const value = at(data, name);
    return typeof value === 'string' ? value : undefined;
  };
  return { secret_id: read('secret_id'), connector_id: read('connector_id'), error: read('error'), error_description: read('error_description') };
}

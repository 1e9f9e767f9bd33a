import type { CallbackParams } from '../core/attempt.js';

/**
 * "It has ended": the callback page to whoever waits, a hint to ask the backend and not the outcome itself; and an opener that finished
 * with relayed parameters to the callback page.
 */
export interface OutcomeMessage {
  type: 'ack:outcome';
  attemptId: string;
  outcome: 'connected' | 'failed';
}

/** The callback's parameters, for an opener that holds the attempt. The only message that carries any; it goes to the page's own origin alone. */
export interface ParamsMessage {
  type: 'ack:params';
  attemptId: string;
  state: string;
  params: CallbackParams;
}

export type CallbackMessage = OutcomeMessage | ParamsMessage;

/** The `BroadcastChannel` of one attempt. */
export const channelName = (attemptId: string): string => `ack-${attemptId}`;

/** A message of this attempt, or null for anything else. */
export function readCallbackMessage(data: unknown, attemptId: string): CallbackMessage | null {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('attemptId' in data) || data.attemptId !== attemptId) return null;
  if (data.type === 'ack:outcome' && 'outcome' in data && (data.outcome === 'connected' || data.outcome === 'failed'))
    return { type: data.type, attemptId, outcome: data.outcome };
  if (data.type !== 'ack:params' || !('state' in data) || typeof data.state !== 'string' || !('params' in data)) return null;
  return { type: data.type, attemptId, state: data.state, params: readParams(data.params) };
}

function readParams(data: unknown): CallbackParams {
  const given = new Map<string, unknown>(Object.entries(typeof data === 'object' && data !== null ? data : {}));
  const read = (name: string) => {
    const value = given.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  return { secret_id: read('secret_id'), connector_id: read('connector_id'), error: read('error'), error_description: read('error_description') };
}

/** Says it on the attempt's channel, which only pages of this origin hear. */
export function broadcast(message: CallbackMessage): void {
  const channel = new BroadcastChannel(channelName(message.attemptId));
  channel.postMessage(message);
  channel.close();
}

/** Says it on the attempt's channel and to the opener, each on the page's own origin only. */
export function tellOpener(message: CallbackMessage, page: Window): void {
  broadcast(message);
  // Only a window of this very origin receives it; `opener` is null when the consent page cut it.
  const opener: Window | null = page.opener;
  opener?.postMessage(message, page.location.origin);
}

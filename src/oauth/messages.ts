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
  outcome?: undefined;
  attemptId: string;
  state: string;
  params: CallbackParams;
}

/** "I have them, and am finishing": an opener to the callback page, which then waits longer. */
export interface TakenMessage {
  type: 'ack:taken';
  attemptId: string;
}

export type CallbackMessage = OutcomeMessage | ParamsMessage;

/** The `BroadcastChannel` of one attempt. */
export const channelName = (attemptId: string): string => `ack-${attemptId}`;

/**
 * The attempt's channel; of an empty id that of all outcomes, for pages that know of no attempt, as one that was loaded anew.
 * Only pages of this origin hear it. Null where there is none: some web views, and frames that may store nothing.
 */
export function openChannel(attemptId: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(channelName(attemptId));
  } catch {
    return null; // The poll tells as well, only later.
  }
}

/** Says it on the attempt's channel, which stays open for an answer, and to the opener: each on the page's own origin only. An outcome is for every page. */
export function tellOpener(message: CallbackMessage, page: Window): BroadcastChannel | null {
  const channel = openChannel(message.attemptId);
  channel?.postMessage(message);
  // Only a window of this very origin receives it; `opener` is null when the consent page cut it.
  const opener: Window | null = page.opener;
  opener?.postMessage(message, page.location.origin);
  if (message.outcome) openChannel('')?.postMessage(message);
  return channel;
}

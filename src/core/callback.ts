import type { CallbackParams } from './attempt.js';

/** What Airbyte and the kit put on the callback's address. They leave the address bar before anything else runs. */
export const CALLBACK_PARAMETERS = ['ack_state', 'secret_id', 'connector_id', 'error', 'error_description'] as const;

const STATE_PATTERN = /^([\w-]{16,64})\.[\w-]{43}$/;

export interface CallbackAddress {
  /** The whole `ack_state`; null when it is missing or malformed. */
  state: string | null;
  /** The part before the dot; null with the state. */
  attemptId: string | null;
  params: CallbackParams;
  /** The address without any of `CALLBACK_PARAMETERS`. */
  cleanUrl: string;
}

/** The public part of a state, or null when it is not one. A state is `<attemptId>.<32 random bytes, base64url>`. */
export function publicAttemptId(state: string): string | null {
  return STATE_PATTERN.exec(state)?.[1] ?? null;
}

/** Takes the callback's parameters out of an address. A parameter that is empty or comes twice counts as its first non-empty value. */
export function readCallbackAddress(href: string): CallbackAddress {
  const url = new URL(href);
  const read = (name: (typeof CALLBACK_PARAMETERS)[number]) => url.searchParams.getAll(name).find(Boolean);
  const state = read('ack_state') ?? '';
  const attemptId = publicAttemptId(state);
  // The description of an error stays here: it comes from an address, and nobody reads it.
  const params: CallbackParams = { secret_id: read('secret_id'), connector_id: read('connector_id'), error: read('error') };
  for (const name of CALLBACK_PARAMETERS) url.searchParams.delete(name);
  return { state: attemptId && state, attemptId, params, cleanUrl: url.href };
}

/** The host's callback address with the state added; its own query is kept. */
export function callbackUrlWithState(callbackUrl: string, state: string): string {
  const url = new URL(callbackUrl);
  url.searchParams.set('ack_state', state);
  return url.href;
}

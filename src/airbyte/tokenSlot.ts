import { abortable, ConnectError } from '../core/index.js';

/** A token and when it ends, in milliseconds since the epoch. */
export interface MintedToken {
  token: string;
  expiresAt: number;
}

/** Holds one token, and asks for the next one when it is due. */
export interface TokenSlot<T extends MintedToken = MintedToken> {
  /** @throws whatever minting throws; `aborted` for this caller alone */
  get(signal?: AbortSignal | undefined): Promise<T>;
  /** Forgets the token if it is this one. */
  drop(token: string): void;
}

/** A token is renewed this long before it ends. */
const EARLY_MS = 60_000;
/** With a clock that is wrong every token looks old: it is used this long all the same, and a refusal renews it. */
const LEAST_USE_MS = 30_000;

/**
 * One request however many wait. It belongs to none of them: a caller that aborts leaves the others their token. A failure is not kept.
 * @param mint Asks for a token. It gets no signal, for the reason above.
 * @param now Milliseconds since the epoch.
 */
export function createTokenSlot<T extends MintedToken>(mint: () => Promise<T>, now: () => number): TokenSlot<T> {
  let held: { minted: T; renewAt: number } | null = null;
  let flight: Promise<T> | null = null;

  async function fly(): Promise<T> {
    try {
      const minted = await mint();
      held = { minted, renewAt: Math.max(minted.expiresAt - EARLY_MS, now() + LEAST_USE_MS) };
      return minted;
    } finally {
      flight = null;
    }
  }

  return {
    async get(signal) {
      if (held !== null && now() < held.renewAt) return held.minted;
      flight ??= fly();
      try {
        return await abortable(flight, signal);
      } catch (error) {
        if (signal?.aborted === true) throw new ConnectError('aborted', 'The call was aborted while it waited for a token.', { cause: error });
        throw error;
      }
    },
    drop(token) {
      if (held?.minted.token === token) held = null;
    },
  };
}

import { toConnectError } from '../core/index.js';

/** Creates of which it is not known what came of them; the oldest go first. */
const MAX_OPEN = 8;

export interface CreateKeys {
  /** @throws what `work` throws */
  withKey<T>(body: unknown, work: (key: string) => Promise<T>): Promise<T>;
}

/**
 * One `Idempotency-Key` for every create, and the same one when a create whose end is not known is tried again with the same values: so a
 * second click after a lost answer does not connect twice. Kept in memory by a digest under a key of this page, never by what was typed.
 */
export function createKeys(): CreateKeys {
  const open = new Map<string, string>();
  const digestOf = createDigest();

  async function withKey<T>(body: unknown, work: (key: string) => Promise<T>): Promise<T> {
    const digest = await digestOf(textOf(body));
    const key = open.get(digest) ?? randomText();
    remember(open, digest, key);
    try {
      const answer = await work(key);
      open.delete(digest);
      return answer;
    } catch (error) {
      if (!isOpenEnd(error)) open.delete(digest);
      throw error;
    }
  }
  return { withKey };
}

/** What can not be written as JSON is refused when it is sent, by its own code. */
function textOf(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch {
    return randomText();
  }
}

/** Whether the backend may still have done it. */
function isOpenEnd(thrown: unknown): boolean {
  const { code, retryable } = toConnectError(thrown);
  return retryable || code === 'aborted' || code === 'internal';
}

function remember(open: Map<string, string>, digest: string, key: string): void {
  open.delete(digest);
  open.set(digest, key);
  const [oldest] = open.keys();
  if (open.size > MAX_OPEN && oldest !== undefined) open.delete(oldest);
}

/** Where the page has no Web Crypto (plain http), every create is one of its own. */
function createDigest(): (text: string) => Promise<string> {
  let made: Promise<CryptoKey> | undefined;
  // Absent on plain http, whatever the types say.
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;
  if (subtle === undefined) return async () => randomText();
  const key = () => (made ??= subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']));
  return async (text) => hex(new Uint8Array(await subtle.sign('HMAC', await key(), new TextEncoder().encode(text))));
}

const randomText = (): string => hex(crypto.getRandomValues(new Uint8Array(16)));
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

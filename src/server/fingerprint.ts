import { deriveKey } from './deriveKey.js';

/** Tells two texts apart without telling either: an HMAC-SHA-256, base64url. A body that holds a credential must not be guessed from a store. */
export type Fingerprint = (text: string) => Promise<string>;

/** Fingerprints under a key derived from the secret: the same in every instance. */
export function createFingerprint(secret: string): Fingerprint {
  let made: Promise<CryptoKey> | undefined;
  const key = () => (made ??= importKey(secret));
  return async (text) => base64url(new Uint8Array(await crypto.subtle.sign('HMAC', await key(), new TextEncoder().encode(text))));
}

async function importKey(secret: string): Promise<CryptoKey> {
  const bits = await deriveKey(secret, 'request fingerprint, version 1');
  return crypto.subtle.importKey('raw', bits, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

import { compactDecrypt } from 'jose/jwe/compact/decrypt';
import { CompactEncrypt } from 'jose/jwe/compact/encrypt';
import { deriveKey } from './deriveKey.js';

/** Encrypts and authenticates what a browser keeps for us. */
export interface Seal {
  close(value: unknown): Promise<string>;
  /** Null for anything that this key did not seal. */
  open(sealed: string): Promise<unknown>;
}

/** A JWE (`dir`, A256GCM) under a key derived from the secret, so that the secret itself serves no second purpose. */
export function createSeal(secret: string): Seal {
  const encoder = new TextEncoder();
  let derived: Promise<Uint8Array> | undefined;
  const key = () => (derived ??= deriveKey(secret, 'attempt cookie, version 1'));
  return {
    close: async (value) => new CompactEncrypt(encoder.encode(JSON.stringify(value))).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(await key()),
    open: async (sealed) => {
      const usedKey = await key();
      const opened = await compactDecrypt(sealed, usedKey, { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] }).catch(() => null);
      return opened === null ? null : JSON.parse(new TextDecoder().decode(opened.plaintext));
    },
  };
}

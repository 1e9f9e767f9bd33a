const SALT = 'airbyte-connect-kit';

/**
 * Bits for one purpose out of the host's secret, so that no secret serves two.
 * @param info What they are for, with a version.
 */
export async function deriveKey(secret: string, info: string): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(SALT), info: encoder.encode(info) }, material, 256);
  return new Uint8Array(bits);
}

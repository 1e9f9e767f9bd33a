import { isJsonObject } from '../core/index.js';

/** When a JWT ends by its `exp` claim, in milliseconds since the epoch; null when it tells none. Nothing is verified: the token is ours to send, not to judge. */
export function jwtExpiry(token: string): number | null {
  const payload = token.split('.')[1];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return isJsonObject(claims) && typeof claims.exp === 'number' ? claims.exp * 1000 : null;
  } catch {
    return null; // An opaque token is a token too.
  }
}

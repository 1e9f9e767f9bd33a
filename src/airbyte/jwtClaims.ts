import { isJsonObject, type JsonObject } from '../core/index.js';

const WORKSPACE_SCOPE = 'io.airbyte.auth.workspace_scope';

/** The claims of a JWT; null when it is none. Nothing is verified: the token is ours to send, not to judge. */
export function jwtClaims(token: string): JsonObject | null {
  const payload = token.split('.')[1];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return isJsonObject(claims) ? claims : null;
  } catch {
    return null; // An opaque token is a token too.
  }
}

/** When a JWT ends by its `exp` claim, in milliseconds since the epoch; null when it tells none. */
export function jwtExpiry(token: string): number | null {
  const { exp } = jwtClaims(token) ?? {};
  return typeof exp === 'number' ? exp * 1000 : null;
}

/** The id of the one workspace that a token is for; null when it tells none. */
export function jwtWorkspaceId(token: string): string | null {
  const scope = jwtClaims(token)?.[WORKSPACE_SCOPE];
  return isJsonObject(scope) && typeof scope.workspaceId === 'string' && scope.workspaceId !== '' ? scope.workspaceId : null;
}

import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';
import { isJsonObject } from '../core/index.js';
import { randomToken, uuidFrom } from './seeded.js';
import type { SandboxState, Workspace } from './state.js';

export const SANDBOX_CLIENT_ID = 'sandbox-client-id';
export const SANDBOX_CLIENT_SECRET = 'sandbox-client-secret';
/** Seconds. */
export const APPLICATION_TOKEN_LIFE = 900;
/** Seconds. */
export const SCOPED_TOKEN_LIFE = 1200;

const ISSUER = 'https://sandbox.airbyte.test';
const AUDIENCE = 'airbyte-server';
const SCOPED_TYPE = 'io.airbyte.auth.embedded_v1';
const WORKSPACE_SCOPE = 'io.airbyte.auth.workspace_scope';
/** Ours: how Airbyte carries the selection is not documented. */
const TAG_SCOPE = 'sandbox.source_template_tags';

/** Who a request comes from. `invalid`: expired, altered, of another sandbox, or for a workspace that is gone. */
export type Bearer = { kind: 'application' } | { kind: 'scoped'; workspace: Workspace; tags: TagSelection } | { kind: 'none' } | { kind: 'invalid' };

/** The source templates that a widget token shows; no names show all. */
export interface TagSelection {
  names: readonly string[];
  mode: 'all' | 'any';
}

/** Makes and reads the sandbox's JWTs (HS256, a key of its own). */
export interface TokenOffice {
  application(): Promise<string>;
  scoped(workspace: Workspace, tags?: TagSelection): Promise<string>;
  read(authorization: string | null): Promise<Bearer>;
}

export function createTokenOffice({ state, now, organizationId }: { state: SandboxState; now: () => number; organizationId: string }): TokenOffice {
  const key = new TextEncoder().encode(randomToken(32));
  const owner = uuidFrom(`owner:${organizationId}`);
  const sign = (claims: Record<string, unknown>, life: number) => {
    const issued = Math.floor(now() / 1000);
    return new SignJWT({ ...claims, jti: randomToken(8) })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(owner)
      .setIssuedAt(issued)
      .setExpirationTime(issued + life)
      .sign(key);
  };
  return {
    application: () => sign({ typ: 'Bearer', organization_id: organizationId }, APPLICATION_TOKEN_LIFE),
    scoped: ({ id, name }, tags = ALL_TEMPLATES) => {
      const claims = { typ: SCOPED_TYPE, roles: ['EMBEDDED_END_USER'], act: { sub: name }, [WORKSPACE_SCOPE]: { workspaceId: id } };
      return sign(tags.names.length === 0 ? claims : { ...claims, [TAG_SCOPE]: tags }, SCOPED_TOKEN_LIFE);
    },
    async read(authorization) {
      if (!authorization) return { kind: 'none' };
      const claims = await readClaims(authorization, key, new Date(now()));
      if (claims === null) return { kind: 'invalid' };
      if (claims.typ !== SCOPED_TYPE) return { kind: 'application' };
      const scope = claims[WORKSPACE_SCOPE];
      const workspace = isJsonObject(scope) ? state.workspaces.get(String(scope.workspaceId)) : undefined;
      return workspace && workspace.deletedAt === null ? { kind: 'scoped', workspace, tags: tagsIn(claims) } : { kind: 'invalid' };
    },
  };
}

async function readClaims(authorization: string, key: Uint8Array, currentDate: Date): Promise<Record<string, unknown> | null> {
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) return null;
  const verified = await jwtVerify(token, key, { algorithms: ['HS256'], issuer: ISSUER, audience: AUDIENCE, currentDate }).catch(() => null);
  return verified?.payload ?? null;
}

const ALL_TEMPLATES: TagSelection = { names: [], mode: 'any' };

function tagsIn(claims: Record<string, unknown>): TagSelection {
  const tags = claims[TAG_SCOPE];
  if (!isJsonObject(tags) || !Array.isArray(tags.names)) return ALL_TEMPLATES;
  return { names: tags.names.map(String), mode: tags.mode === 'all' ? 'all' : 'any' };
}

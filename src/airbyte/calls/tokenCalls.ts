import * as z from 'zod/mini';
import { ConnectError, type HttpAnswer, type JsonObject } from '../../core/index.js';
import { isSuccess, parseAnswer } from '../call.js';
import { airbyteError } from '../errors.js';
import type { AirbytePattern } from '../patterns/pattern.js';
import { type AirbyteRequest, BEARER, type SendToAirbyte } from '../send.js';

type Generation = AirbytePattern['generation'];

const tokenText = z.string().check(z.regex(BEARER));
const applicationAnswer = z.object({ access_token: tokenText, expires_in: z.optional(z.number()) });
/** `token` in the specifications, `access_token` in the oldest guide. */
const scopedAnswer = z.object({ token: z.optional(tokenText), access_token: z.optional(tokenText) });

/** Exchanges client id and secret. The only request that carries the secret. */
export function applicationTokenRequest(generation: Generation, clientId: string, clientSecret: string): AirbyteRequest {
  const body: JsonObject = { client_id: clientId, client_secret: clientSecret };
  return generation === 'current'
    ? { method: 'POST', host: 'agent', path: '/api/v1/account/applications/token', body, safe: true }
    : { method: 'POST', host: 'public', path: '/v1/applications/token', body: { ...body, 'grant-type': 'client_credentials' }, safe: true };
}

/** Asks for a token of one workspace, which this makes when its name is new. `regionId` counts for a new one only. */
export function scopedTokenRequest(generation: Generation, workspaceName: string, regionId: string | undefined): AirbyteRequest {
  const current = generation === 'current';
  return {
    method: 'POST',
    host: 'agent',
    path: current ? '/api/v1/account/applications/scoped-token' : '/api/v1/embedded/scoped-token',
    body: { workspace_name: workspaceName, ...(current && regionId !== undefined ? { region_id: regionId } : {}) },
    safe: true,
  };
}

/** @throws {ConnectError} `upstream_refused` when the client id or secret is wrong */
export async function sendApplicationToken(send: SendToAirbyte, request: AirbyteRequest, now: number): Promise<{ token: string; lifetime: number | null }> {
  const answer = await send(request, null);
  if (!isSuccess(answer)) throw airbyteError(answer, { call: 'token', now });
  const { access_token: token, expires_in: lifetime = null } = parseAnswer(applicationAnswer, answer);
  return { token, lifetime };
}

/** @throws {ConnectError} `upstream_invalid` when the answer holds no token */
export function readScopedToken(answer: HttpAnswer): string {
  const { token, access_token } = parseAnswer(scopedAnswer, answer);
  const found = token ?? access_token;
  if (found === undefined) throw new ConnectError('upstream_invalid', 'The answer to a scoped-token request holds no token.');
  return found;
}

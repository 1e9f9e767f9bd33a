import * as z from 'zod/mini';
import {
  blameForSilence,
  ConnectError,
  createHttp,
  type HttpAnswer,
  type HttpRequest,
  isConnectErrorCode,
  parseRetryAfter,
  readJson,
  toConnectError,
} from '../core/index.js';
import { isSuccess } from './call.js';
import { jwtExpiry } from './jwtClaims.js';
import { isSecureUrl } from './secureUrl.js';
import type { MintedToken } from './tokenSlot.js';

/** What `POST /token` answers: the host's backend says who the end user is. */
const tokenAnswer = z.object({
  token: z.string().check(z.minLength(1)),
  tokenId: z.optional(z.string()),
  expiresAt: z.string(),
  workspaceName: z.string().check(z.minLength(1)),
  callbackUrl: z.string(),
  apiUrl: z.string(),
});
const errorAnswer = z.object({ error: z.object({ code: z.string(), requestId: z.optional(z.string()), retryAfter: z.optional(z.number()) }) });

/** A scoped token and what belongs to it. */
export interface TokenSession extends MintedToken {
  /** Names the token to the endpoint. An endpoint of the host's own may send none: it is not told of a refusal then. */
  tokenId?: string | undefined;
  workspaceName: string;
  callbackUrl: string;
  /** Airbyte's agent engine, without a trailing slash. */
  apiUrl: string;
}

export interface TokenEndpointOptions {
  /** Address of the token endpoint, relative or absolute. */
  tokenEndpoint: string;
  /** Sent along, or a function that makes them: hosts with bearer tokens of their own. */
  headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>) | undefined;
  /** @default 'include' for an endpoint of another origin, else 'same-origin' */
  credentials?: HttpRequest['credentials'];
  fetch: typeof fetch;
  now: () => number;
}

/**
 * Asks the endpoint for a token.
 * @param refused Ids of tokens that Airbyte has refused before their end: another one is wanted.
 * @throws {ConnectError} the endpoint's own code, `session_missing`, `backend_unavailable`, `network_unavailable`, `upstream_invalid` for an unsafe `apiUrl`
 */
export function createTokenRequest(options: TokenEndpointOptions): (refused: readonly string[]) => Promise<TokenSession> {
  const { tokenEndpoint: url, headers = {}, fetch, now } = options;
  const http = createHttp({ fetch, now });
  const credentials = options.credentials ?? (isForeign(url) ? 'include' : 'same-origin');
  return async (refused) => {
    const sent = typeof headers === 'function' ? await headers() : headers;
    const answer = await http({
      method: 'POST',
      url,
      headers: { accept: 'application/json', ...sent },
      json: refused.length === 0 ? {} : { refused },
      credentials,
      safe: true,
      isFinal,
    }).catch((thrown: unknown) => {
      throw blameForSilence(toConnectError(thrown));
    });
    if (!isSuccess(answer)) throw endpointError(answer, now());
    const told = tokenAnswer.safeParse(jsonOrNull(answer));
    if (!told.success) throw new ConnectError('backend_unavailable', `The token endpoint answered something else than a token. ${CHECK}`);
    const { expiresAt, apiUrl, ...session } = told.data;
    if (!isSecureUrl(apiUrl))
      throw new ConnectError('upstream_invalid', 'The token endpoint names an apiUrl that is neither https nor on loopback: no token is sent there.');
    return { ...session, apiUrl: apiUrl.replace(/\/+$/, ''), expiresAt: expiryOf(expiresAt, session.token, now()) };
  };
}

/** The kit's handler names itself in every answer, and has asked Airbyte three times by then; but where its own limit puts a request off. */
const isFinal = ({ status, headers }: HttpAnswer): boolean => status !== 429 && headers.has('ack-wire');

const DEFAULT_LIFE_MS = 1_200_000;

function expiryOf(expiresAt: string, token: string, now: number): number {
  const told = Date.parse(expiresAt);
  return Number.isNaN(told) ? (jwtExpiry(token) ?? now + DEFAULT_LIFE_MS) : told;
}

function isForeign(url: string): boolean {
  if (!URL.canParse(url)) return false;
  return typeof location === 'undefined' || new URL(url).origin !== location.origin;
}

const CHECK = 'Check its address, and that the end user is signed in to the host.';

function endpointError(answer: HttpAnswer, now: number): ConnectError {
  const { status, headers } = answer;
  const told = errorAnswer.safeParse(jsonOrNull(answer));
  const { code, ...details } = told.success ? told.data.error : { code: '' };
  const known = isConnectErrorCode(code)
    ? code
    : status === 401 || status === 403
      ? 'session_missing'
      : status === 429
        ? 'rate_limited'
        : 'backend_unavailable';
  return new ConnectError(known, `The token endpoint answered ${status}. ${CHECK}`, {
    ...details,
    // What stands before the endpoint says it in the header alone.
    retryAfter: details.retryAfter ?? parseRetryAfter(headers.get('retry-after'), now) ?? undefined,
  });
}

function jsonOrNull(answer: HttpAnswer): unknown {
  try {
    return readJson(answer);
  } catch {
    return null; // A login page or a proxy's: the status speaks.
  }
}

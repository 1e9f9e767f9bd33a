import * as z from 'zod/mini';
import { endUserReason, isConnectErrorCode, MAX_NAME } from '../core/index.js';

/**
 * The kit's own protocol between browser and handler. A reader ignores keys it does not know; a writer sends none that is not here.
 * Routes, relative to the handler's base path:
 * `GET /definitions`, `GET /definitions/{id}`, `GET|POST /connectors`, `GET|PATCH|DELETE /connectors/{id}`, `POST /connectors/{id}/check`, `POST /connectors/{id}/credentials`,
 * `POST /connectors/{id}/execute`, `GET /connectors/{id}/operations`, `POST /attempts`, `POST /attempts/complete`,
 * `GET /attempts/{attemptId}`, `GET /callback` (a page, not JSON), `POST /token`.
 */
export const WIRE_VERSION = 1;
export const WIRE_HEADER = 'ack-wire';
/** Refused tokens that a page names at most. */
const MAX_REFUSED = 8;
/** Bytes of a request body that the handler reads at most. */
export const MAX_BODY_BYTES = 256 * 1024;

const json = z.record(z.string(), z.unknown());
const values = z.object({ credentials: z.optional(json), environment: z.optional(json), replication_config: z.optional(json) });
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_NAME));
const key = z.string().check(z.minLength(1), z.maxLength(200));

export const definitionSchema = z.object({
  id: z.string(),
  slug: z.nullable(z.string()),
  name: z.string(),
  category: z.nullable(z.string()),
  iconUrl: z.nullable(z.string()),
});
export const authMethodSchema = z.object({
  key: z.string(),
  kind: z.enum(['oauth', 'key']),
  label: z.string(),
  description: z.nullable(z.string()),
  schema: json,
});
/** `operations`: those that the host allows, where they are known; one of a kind that this reader does not know counts as a write. */
export const definitionDetailSchema = z.extend(definitionSchema, {
  methods: z.array(authMethodSchema),
  operations: z.optional(z.array(z.object({ entity: z.string(), action: z.string(), kind: z.catch(z.enum(['read', 'write', 'download']), 'write') }))),
});
export const connectorSchema = z.object({
  id: z.string(),
  name: z.string(),
  definition: z.object({ id: z.string(), slug: z.nullable(z.string()), name: z.string() }),
  createdAt: z.nullable(z.string()),
  updatedAt: z.nullable(z.string()),
  status: z.optional(z.catch(z.enum(['ok', 'recycled']), 'ok')),
});
export const operationSchema = z.object({ entity: z.string(), action: z.string(), kind: z.enum(['read', 'write', 'download']), schema: json });
export const fieldErrorSchema = z.object({ code: z.string(), params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))) });
export const errorBodySchema = z.object({
  code: z.pipe(
    z.string(),
    z.transform((code) => (isConnectErrorCode(code) ? code : ('internal' as const))),
  ),
  requestId: z.optional(z.string()),
  retryAfter: z.optional(z.number()),
  fieldErrors: z.optional(z.record(z.string(), fieldErrorSchema)),
  // Cleaned here too: what answers may be a handler of another version, or anything in between.
  reason: z.optional(
    z.pipe(
      z.string(),
      z.transform((text) => endUserReason(text)),
    ),
  ),
});
export const errorAnswer = z.object({ error: errorBodySchema });

/** What `POST /connectors` and the other writes accept. */
export const requests = {
  createConnector: z.strictObject({ definition: key, method: key, name: z.optional(name), values }),
  replaceCredentials: z.strictObject({ method: key, values }),
  renameConnector: z.strictObject({ name }),
  checkConnector: z.strictObject({ discardOnRefusal: z.optional(z.boolean()) }),
  execute: z.strictObject({ entity: key, action: key, params: z.optional(json) }),
  /** `returnTo`: a path of the page, for the handler's own callback. */
  startAttempt: z.strictObject({
    definition: key,
    method: key,
    name: z.optional(name),
    values,
    replaces: z.optional(key),
    returnTo: z.optional(z.string().check(z.maxLength(500))),
  }),
  /** Ids of tokens that Airbyte has refused before their end. What else a caller says is not read. */
  token: z.object({ refused: z.optional(z.array(z.string().check(z.maxLength(100))).check(z.maxLength(MAX_REFUSED))) }),
  completeAttempt: z.strictObject({
    state: z.string().check(z.maxLength(200)),
    /** Instead of the cookie. */
    ticket: z.optional(z.string().check(z.maxLength(16_384))),
    /** Of any length: they come from an address, and refusing the request would leave the attempt open. */
    params: z.strictObject({
      secret_id: z.optional(z.string()),
      connector_id: z.optional(z.string()),
      error: z.optional(z.string()),
      error_description: z.optional(z.string()),
    }),
  }),
} as const;

/** What the handler answers. */
export const answers = {
  definitions: z.object({ definitions: z.array(definitionSchema) }),
  definition: z.object({ definition: definitionDetailSchema }),
  connectors: z.object({ connectors: z.array(connectorSchema) }),
  connector: z.object({ connector: connectorSchema }),
  replaced: z.object({ connector: connectorSchema, replaces: z.optional(z.string()) }),
  check: z.object({ status: z.enum(['verified', 'unverified']) }),
  operations: z.object({ operations: z.array(operationSchema) }),
  /**
   * `recordsAt`: dotted path of the records in `data`, empty for `data` itself, null when there are none. `stopped`: why the list stops before
   * its end; an older handler sends none, and a reason that this reader does not know counts as none.
   */
  execute: z.object({
    data: z.unknown(),
    recordsAt: z.nullable(z.string()),
    nextParams: z.nullable(json),
    durationMs: z.nullable(z.number()),
    stopped: z.optional(z.catch(z.optional(z.enum(['cursor_repeated', 'cursor_missing'])), undefined)),
  }),
  /** `ticket`: only to a page on another site, instead of the cookie. */
  startedAttempt: z.object({ attemptId: z.string(), consentUrl: z.string(), expiresAt: z.string(), ticket: z.optional(z.string()) }),
  outcome: z.discriminatedUnion('status', [
    z.object({ status: z.literal('pending') }),
    z.object({ status: z.literal('connected'), connector: connectorSchema, replaces: z.optional(z.string()) }),
    z.object({ status: z.literal('failed'), error: errorBodySchema }),
  ]),
  /** `tokenId`: names the token where it must be named and not told; an older handler sends none. */
  token: z.object({
    token: z.string(),
    tokenId: z.optional(z.string()),
    expiresAt: z.string(),
    workspaceName: z.string(),
    callbackUrl: z.string(),
    apiUrl: z.string(),
  }),
} as const;

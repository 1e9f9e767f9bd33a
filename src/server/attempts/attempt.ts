import * as z from 'zod/mini';
import { wire } from '../../backend/index.js';

/** How long a person may take to sign in. */
export const ATTEMPT_SECONDS = 900;
/** Notes outlive their attempts, so that a late callback hears that it is late. */
export const NOTE_SECONDS = 2 * ATTEMPT_SECONDS;
/** How long the browser keeps how its attempt ended. The store keeps it as long as notes: a repeat with the attempt's own cookie finishes nothing twice. */
export const OUTCOME_SECONDS = 300;

const place = z.optional(z.record(z.string(), z.unknown()));

export const inputsSchema = z.object({
  name: z.optional(z.string()),
  /** What the create after consent needs. */
  values: z.object({ environment: place, replication_config: place }),
  /** Id of the connector whose place the new one takes. */
  replaces: z.optional(z.string()),
  /** Connectors of the definition that the workspace held before. */
  notedIds: z.array(z.string()),
});
export type AttemptInputs = z.infer<typeof inputsSchema>;

/** The page that started, where the handler's own callback ends the sign-in. Both are judged at the start. */
export const startPageSchema = z.object({ origin: z.nullable(z.string()), returnTo: z.nullable(z.string()) });
export type StartPage = z.infer<typeof startPageSchema>;

/** What is known of a started attempt. It is sealed in the browser's cookie, and none of it is public. */
export const attemptSchema = z.object({
  kind: z.literal('attempt'),
  attemptId: z.string(),
  userId: z.string(),
  definitionId: z.string(),
  /** SHA-256 of the whole state, base64url. */
  stateHash: z.string(),
  /** Null when they lie in the store, being too large for a cookie. */
  inputs: z.nullable(inputsSchema),
  /** Milliseconds since the epoch. */
  startedAt: z.number(),
  expiresAt: z.number(),
  page: z.optional(startPageSchema),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** How an attempt ended. It takes the attempt's place in the cookie. */
export const finishedSchema = z.object({
  kind: z.literal('finished'),
  attemptId: z.string(),
  userId: z.string(),
  stateHash: z.string(),
  outcome: wire.answers.outcome,
  page: z.optional(startPageSchema),
});
export type Finished = z.infer<typeof finishedSchema>;

/** An attempt in the hands of a page on another site, which stores no cookie of ours. It is of another kind, so that none passes as a cookie. */
export const ticketSchema = z.extend(attemptSchema, { kind: z.literal('ticket') });

/** What a cookie can hold. */
export const sealedSchema = z.discriminatedUnion('kind', [attemptSchema, finishedSchema]);

/** An attempt as the store notes it, for callbacks that come without the cookie. Nothing that was typed is in it. */
export const noteSchema = z.extend(z.omit(attemptSchema, { inputs: true, kind: true, page: true }), {
  notedIds: z.array(z.string()),
  replaced: z.boolean(),
  /** A page on another site holds a ticket: the callback comes without a cookie, and the holder finishes it. */
  ticket: z.optional(z.boolean()),
});
export type AttemptNote = z.infer<typeof noteSchema>;

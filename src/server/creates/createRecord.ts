import * as z from 'zod/mini';
import { wire } from '../../backend/index.js';
import type { Parts } from '../parts.js';
import { type Intent, type IntentPlace, intentSchema } from './intent.js';

/** How long a key answers the same, and a connector tells which create has made it. */
export const KEY_SECONDS = 24 * 60 * 60;
const HOLDER = 'create:';
const keyOf = (scope: string): string => `ack:create:${scope}`;

const common = { fingerprint: z.string() };
const recordSchema = z.discriminatedUnion('stage', [
  z.object({ ...common, stage: z.literal('intended'), intent: intentSchema }),
  /** The connector exists, and the host has not taken it over yet. */
  z.object({ ...common, stage: z.literal('made'), connector: wire.connectorSchema }),
  z.object({ ...common, stage: z.literal('done'), connector: wire.connectorSchema, replaces: z.optional(z.string()) }),
]);
export type CreateRecord = z.infer<typeof recordSchema>;

/** What the store knows of a create with a key. */
export interface CreateRecords extends IntentPlace {
  /** Of the lease. */
  leaseKey: string;
  record(): Promise<CreateRecord | null>;
  keep(record: CreateRecord): Promise<void>;
}

/**
 * @param scope Of user, route and key.
 * @param fingerprint Of the body.
 */
export function createRecords({ settings: { store } }: Pick<Parts, 'settings'>, scope: string, fingerprint: string): CreateRecords {
  const key = keyOf(scope);
  const record = async (): Promise<CreateRecord | null> => {
    const text = await store.get(key);
    const parsed = text === null ? null : z.safeParse(recordSchema, JSON.parse(text));
    return parsed?.success ? parsed.data : null;
  };
  const keep = (kept: CreateRecord) => store.set(key, JSON.stringify(kept), KEY_SECONDS);
  return {
    leaseKey: `ack:create-lock:${scope}`,
    record,
    keep,
    read: async (): Promise<Intent | null> => {
      const kept = await record();
      return kept?.stage === 'intended' ? kept.intent : null;
    },
    write: (intent) => keep({ stage: 'intended', fingerprint, intent }),
    clear: () => store.delete(key),
  };
}

/** What a create is called as the holder of its connector. */
export const holderOf = (scope: string): string => `${HOLDER}${scope}`;

/** Forgets what the create has come to that holds a connector, if it was one. */
export async function forgetCreate({ settings: { store } }: Pick<Parts, 'settings'>, holder: string | null): Promise<void> {
  if (holder?.startsWith(HOLDER)) await store.delete(keyOf(holder.slice(HOLDER.length)));
}

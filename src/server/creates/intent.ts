import * as z from 'zod/mini';

/** A create that was about to be sent to Airbyte: what a repeat needs to find out whether it was. Nothing that was typed is in it. */
export const intentSchema = z.object({
  /** Milliseconds since the epoch. */
  startedAt: z.number(),
  /** Until then the call may still be on its way, or at work at Airbyte, and not in the list. */
  unsettledUntil: z.number(),
  /** Connectors of the definition that were there before. */
  notedIds: z.array(z.string()),
});
export type Intent = z.infer<typeof intentSchema>;

/** Where an intent is kept. */
export interface IntentPlace {
  read(): Promise<Intent | null>;
  write(intent: Intent): Promise<void>;
  clear(): Promise<void>;
}

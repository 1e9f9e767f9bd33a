import * as z from 'zod/mini';
import { wire } from '../../backend/index.js';
import type { AttemptOutcome, Connector } from '../../core/index.js';
import { type Intent, type IntentPlace, intentSchema } from '../creates/intent.js';
import { type Release, tryLease, waitForLease } from '../lease.js';
import type { Parts } from '../parts.js';
import { ATTEMPT_SECONDS, type AttemptInputs, type AttemptNote, inputsSchema, NOTE_SECONDS, noteSchema } from './attempt.js';

/** What the store holds of attempts, by kind. Everything read is checked: the store may be shared with other versions. */
export interface AttemptStore {
  note(note: AttemptNote): Promise<void>;
  noted(attemptId: string): Promise<AttemptNote | null>;
  /** Inputs that are too large for a cookie, sealed. */
  keepInputs(attemptId: string, inputs: AttemptInputs): Promise<void>;
  keptInputs(attemptId: string): Promise<AttemptInputs | null>;
  /** For the one that may complete. Null when another one is at work. */
  lease(attemptId: string): Promise<Release | null>;
  /** As `lease`, after waiting for another one. Null when that has finished, or is at work for longer than anybody waits. */
  turn(attemptId: string): Promise<Release | null>;
  /** Where the intent of the create after a consent is kept. */
  intentOf(attemptId: string): IntentPlace;
  /**
   * True when the connector is now the holder's, or was already: each has one holder, however many callbacks name it. Kept for as long as
   * any attempt that was open when it was made can name it, unless it is to be known for longer, in seconds.
   */
  take(connectorId: string, holder: string, seconds?: number): Promise<boolean>;
  holder(connectorId: string): Promise<string | null>;
  /** A connector that is made and not yet taken over by the host: a repeat goes on from here, and a late one removes it. */
  keepMade(attemptId: string, connector: Connector): Promise<void>;
  made(attemptId: string): Promise<Connector | null>;
  forgetMade(attemptId: string): Promise<void>;
  /** Also ends the note: a callback that is loaded again later must find nothing to clear away. */
  finish(attemptId: string, outcome: AttemptOutcome): Promise<void>;
  outcome(attemptId: string): Promise<AttemptOutcome | null>;
}

export function attemptStore({ settings: { store }, seal }: Pick<Parts, 'settings' | 'seal'>): AttemptStore {
  const key = (kind: string, id: string) => `ack:${kind}:${id}`;
  const read = async <T extends z.ZodMiniType>(kind: string, attemptId: string, schema: T): Promise<z.output<T> | null> =>
    parsed(await store.get(key(kind, attemptId)), schema);
  const write = (kind: string, attemptId: string, value: unknown, seconds: number) => store.set(key(kind, attemptId), JSON.stringify(value), seconds);
  return {
    note: (note) => write('attempt', note.attemptId, note, NOTE_SECONDS),
    noted: (attemptId) => read('attempt', attemptId, noteSchema),
    keepInputs: async (attemptId, inputs) => store.set(key('inputs', attemptId), await seal.close(inputs), ATTEMPT_SECONDS),
    keptInputs: async (attemptId) => {
      const sealed = await store.get(key('inputs', attemptId));
      const inputs = sealed === null ? null : z.safeParse(inputsSchema, await seal.open(sealed));
      return inputs?.success ? inputs.data : null;
    },
    lease: (attemptId) => tryLease(store, key('lock', attemptId)),
    turn: (attemptId) => waitForLease(store, key('lock', attemptId), async () => (await store.get(key('outcome', attemptId))) !== null),
    intentOf: (attemptId) => ({
      read: () => read('intent', attemptId, intentSchema),
      write: (intent: Intent) => write('intent', attemptId, intent, NOTE_SECONDS),
      clear: () => store.delete(key('intent', attemptId)),
    }),
    take: async (connectorId, holder, seconds = NOTE_SECONDS) =>
      (await store.setIfAbsent(key('taken', connectorId), holder, seconds)) || (await store.get(key('taken', connectorId))) === holder,
    holder: (connectorId) => store.get(key('taken', connectorId)),
    keepMade: (attemptId, connector) => write('made', attemptId, connector, NOTE_SECONDS),
    made: (attemptId) => read('made', attemptId, wire.connectorSchema),
    forgetMade: (attemptId) => store.delete(key('made', attemptId)),
    finish: async (attemptId, outcome) => {
      await write('outcome', attemptId, outcome, NOTE_SECONDS);
      await store.delete(key('attempt', attemptId));
    },
    outcome: (attemptId) => read('outcome', attemptId, wire.answers.outcome),
  };
}

/** What another version wrote counts as not there. */
function parsed<T extends z.ZodMiniType>(text: string | null, schema: T): z.output<T> | null {
  if (text === null) return null;
  const result = z.safeParse(schema, JSON.parse(text));
  return result.success ? result.data : null;
}

import type { Call } from '../call.js';
import type { Attempt, Finished } from './attempt.js';
import type { AttemptStore } from './attemptStore.js';
import { endedCookie, readAttempts } from './browserAttempts.js';

const MAX_PER_BROWSER = 4;

type Held = Attempt | Finished | null;

/**
 * Ends what a new attempt takes the place of, and answers the cookies that say so: in this browser the same user's open attempts of the same
 * definition (whichever tab began them), what holds nothing, and the oldest where there is no room. Other browsers are left alone: behind
 * one user id there may be a whole team.
 */
export async function endOlder(call: Call, store: AttemptStore, attempt: Attempt): Promise<string[]> {
  const all = (await readAttempts(call)).toSorted((one, other) => startOf(other.held) - startOf(one.held));
  const kept = all.filter(({ held }) => held !== null && !isReplaced(held, attempt)).slice(0, MAX_PER_BROWSER - 1);
  const ended = all.filter((candidate) => !kept.includes(candidate));
  for (const { attemptId, held } of ended) {
    // Anybody can write a cookie under the public id of somebody else's attempt: only one that we sealed says that this browser holds it.
    const note = held === null ? null : await store.noted(attemptId);
    if (note !== null) await store.note({ ...note, replaced: true });
  }
  return ended.map(({ attemptId }) => endedCookie(call, attemptId));
}

/** Milliseconds since the epoch: finished ones go first. */
const startOf = (held: Held): number => (held?.kind === 'attempt' ? held.startedAt : 0);

const isReplaced = (held: Attempt | Finished, { userId, definitionId }: Attempt): boolean =>
  held.kind === 'attempt' && held.userId === userId && held.definitionId === definitionId;

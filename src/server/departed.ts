import { ConnectError } from '../core/index.js';
import { NOTE_SECONDS } from './attempts/attempt.js';
import type { Parts } from './parts.js';

type Known = Pick<Parts, 'settings' | 'fingerprint'>;

/** Notes that the user is being removed. What the user began before comes to nothing; what begins later is the host's decision. */
export async function markDeparted(parts: Known, userId: string): Promise<void> {
  await parts.settings.store.set(await departedKey(parts, userId), String(parts.settings.now()), NOTE_SECONDS);
}

/**
 * @param since When the work began, in milliseconds since the epoch.
 * @throws {ConnectError} `attempt_expired` when the user was removed meanwhile
 */
export async function requireNotDeparted(parts: Known, userId: string, since: number): Promise<void> {
  const departedAt = await parts.settings.store.get(await departedKey(parts, userId));
  if (departedAt === null || Number(departedAt) < since) return;
  throw new ConnectError('attempt_expired', 'The user was removed with `deleteUser` after this had begun.');
}

/** A store's keys are read by more people than its values: none names a user. */
const departedKey = async ({ fingerprint }: Known, userId: string): Promise<string> => `ack:departed:${await fingerprint(userId)}`;

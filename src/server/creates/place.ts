import { ConnectError, type Connector } from '../../core/index.js';
import { NOTE_SECONDS } from '../attempts/attempt.js';
import type { Call } from '../call.js';
import { removeReplaced } from '../removeConnector.js';
import { reportError } from '../reportError.js';

type ForUser = Pick<Call, 'client' | 'report' | 'userId' | 'request' | 'requestId' | 'settings'>;

export interface PlaceOptions {
  /** Id of the connector whose place is to be taken. */
  replaces: string;
  /** The create or the attempt: its repeat keeps what it has. */
  holder: string;
}

/**
 * Tries the new connector, and takes the old one's place for it. The old one is given up for nothing less than a success: where there is
 * no way to try credentials, or where Airbyte removes no connector, both stay and the answer is undefined. Of two that want one place, the
 * second is refused.
 * @throws {ConnectError} `connector_not_found` when another one has taken the place, `credentials_refused`, and what else the check throws
 */
export async function takePlace(call: ForUser, { id }: Connector, { replaces, holder }: PlaceOptions): Promise<string | undefined> {
  const { client, settings, userId } = call;
  const key = placeKey(replaces);
  // A repeat after a crash: the host may have been told, and the old one may be gone.
  if ((await settings.store.get(key)) === holder) return replaces;
  const { status } = await client.checkConnector(userId, id);
  if (status !== 'verified' || client.removes === false) return undefined;
  if (await settings.store.setIfAbsent(key, holder, NOTE_SECONDS)) return replaces;
  throw new ConnectError('connector_not_found', 'Another connector has taken the place of this one meanwhile.');
}

/** The host has the new one: the old one goes. When it cannot, its place is free again, for whoever tries once more. */
export async function vacate(call: ForUser, replaces: string): Promise<void> {
  if (!(await removeReplaced(call, replaces))) await freePlace(call, replaces);
}

/** What took the place is gone. A failure goes to the host's log: the claim ends by itself. */
export async function freePlace(call: ForUser, replaces: string): Promise<void> {
  try {
    await call.settings.store.delete(placeKey(replaces));
  } catch (error) {
    reportError(call, call.userId, error);
  }
}

/** Connector ids are Airbyte's and unique, and the caller has proved whose it is. */
const placeKey = (replaces: string): string => `ack:place:${replaces}`;

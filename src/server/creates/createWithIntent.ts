import { canBeNew } from '../../airbyte/index.js';
import { ConnectError, type Connector, isConnectError } from '../../core/index.js';
import { attemptStore } from '../attempts/attemptStore.js';
import type { Parts } from '../parts.js';
import type { Intent, IntentPlace } from './intent.js';

/** A create whose process died may be on its way for as long as its call can take, and a little longer. */
const CALL_MS = 35_000;
/** So long after a call that ended without a verdict Airbyte may still be at work on it. */
const SETTLE_MS = 5_000;
/** Failures that do not tell whether Airbyte has made the connector. */
const DOUBTFUL = new Set(['upstream_unavailable', 'upstream_invalid', 'network_unavailable', 'timeout', 'aborted', 'internal']);

export interface CreateSubject {
  userId: string;
  definitionId: string;
  /** Who takes the connector: a create or an attempt. */
  holder: string;
}

/**
 * Creates once, however often the process dies in between: the intent is stored before the call, and a repeat that meets one looks in the
 * workspace's list for what came of it. The caller holds the lease of this create.
 * @throws {ConnectError} `create_unsettled` while nobody can know, `create_unclear` where more than one connector could be it, and whatever creating throws
 */
export async function createWithIntent(
  parts: Pick<Parts, 'client' | 'settings' | 'seal'>,
  place: IntentPlace,
  subject: CreateSubject,
  create: () => Promise<Connector>,
): Promise<Connector> {
  const { now } = parts.settings;
  const before = await place.read();
  if (before !== null) {
    const found = await findMade(parts, subject, before);
    if (found !== null) return found;
    if (now() < before.unsettledUntil) throw unsettled(before.unsettledUntil - now());
  }
  const startedAt = now();
  const intent: Intent = { startedAt, unsettledUntil: startedAt + CALL_MS, notedIds: await connectorsNow(parts, subject, startedAt) };
  await place.write(intent);
  try {
    return await create();
  } catch (error) {
    if (isConnectError(error) && !DOUBTFUL.has(error.code)) await place.clear();
    else await place.write({ ...intent, unsettledUntil: now() + SETTLE_MS });
    throw error;
  }
}

/** Somebody else is at work, or nobody can know yet. */
export const unsettled = (ms: number): ConnectError =>
  new ConnectError('create_unsettled', 'An earlier create with this key has not come to an end that is known. Repeat it with the same key.', {
    retryAfter: Math.max(1, Math.ceil(ms / 1000)),
  });

/** Those of the definition that a later list could mistake for a new one. */
async function connectorsNow({ client }: Pick<Parts, 'client'>, { userId, definitionId }: CreateSubject, startedAt: number): Promise<string[]> {
  const connectors = await client.listConnectors(userId, { definition: definitionId });
  return connectors.filter((connector) => canBeNew(connector, startedAt)).map(({ id }) => id);
}

/** What an earlier run has made. One that another create or sign-in has taken is not it. */
async function findMade(
  parts: Pick<Parts, 'client' | 'settings' | 'seal'>,
  { userId, definitionId, holder }: CreateSubject,
  { startedAt, notedIds }: Intent,
): Promise<Connector | null> {
  const store = attemptStore(parts);
  const connectors = await parts.client.listConnectors(userId, { definition: definitionId });
  const young = connectors.filter((connector) => canBeNew(connector, startedAt) && !notedIds.includes(connector.id));
  const holders = await Promise.all(young.map(({ id }) => store.holder(id)));
  const [found = null, ...others] = young.filter((_, index) => holders[index] === null || holders[index] === holder);
  if (others.length === 0) return found;
  throw new ConnectError('create_unclear', 'More than one connector of the workspace could be what an interrupted create has made. None is created on doubt.');
}

import { ConnectError, type Connector } from '../../core/index.js';
import type { Call } from '../call.js';
import { waitForLease } from '../lease.js';
import { type CreateRecord, type CreateRecords, createRecords, holderOf, KEY_SECONDS } from './createRecord.js';
import { createWithIntent, unsettled } from './createWithIntent.js';
import { handOver } from './handOver.js';
import { idempotencyKey } from './idempotencyKey.js';
import { vacate } from './place.js';

export interface CreateSpec {
  /** The route, with what of its path tells two requests apart. */
  route: string;
  /** The request's body, as it was read. */
  body: unknown;
  /** Ends when the browser leaves. */
  signal: AbortSignal;
  /** Judges the request and says how to create. Not asked for a repeat of something that was made. */
  prepare: () => Promise<PreparedCreate>;
  /** Of the connector whose place it is to take: the new one is tried before the host hears of it, and removed when it is refused. */
  replaces?: string | undefined;
}

/** What was created, and whose place it has taken. */
export interface Created {
  connector: Connector;
  replaces?: string | undefined;
}

export interface PreparedCreate {
  definitionId: string;
  create: () => Promise<Connector>;
}

/**
 * Creates and hands over to the host. With an `Idempotency-Key` a repeat of the same user, route and body gets the first answer, one that
 * comes meanwhile waits, and one after a crash goes on where the first had come to.
 * @throws {ConnectError} `idempotency_key_reused` for another body, `create_unsettled`, `create_unclear`, and whatever creating throws
 */
export async function createOnce(call: Call, spec: CreateSpec): Promise<Created> {
  const since = call.settings.now();
  const key = idempotencyKey(call.request);
  if (key === null) {
    const connector = await (await spec.prepare()).create();
    const replaces = await handOver(call, connector, { ...spec, since, holder: holderOf(crypto.randomUUID()) });
    if (replaces !== undefined) await vacate(call, replaces);
    return { connector, replaces };
  }
  const scope = await call.fingerprint(JSON.stringify([call.userId, spec.route, key]));
  const fingerprint = await call.fingerprint(JSON.stringify(spec.body));
  const records = createRecords(call, scope, fingerprint);
  const known = async () => requireSameBody(await records.record(), fingerprint);
  const isDone = async () => (await known())?.stage === 'done';
  const release = (await isDone()) ? null : await waitForLease(call.settings.store, records.leaseKey, isDone);
  if (release === null) return doneCreate(await known());
  try {
    return await finish(call, spec, { since, scope, fingerprint, records, record: await known() });
  } finally {
    await release();
  }
}

interface Run {
  since: number;
  scope: string;
  fingerprint: string;
  records: CreateRecords;
  record: CreateRecord | null;
}

async function finish(call: Call, spec: CreateSpec, { since, scope, fingerprint, records, record }: Run): Promise<Created> {
  if (record?.stage === 'done') return record;
  const holder = holderOf(scope);
  const connector = record?.stage === 'made' ? record.connector : await createPrepared(call, spec, records, holder);
  await records.keep({ stage: 'made', fingerprint, connector });
  const replaces = await handOver(call, connector, { ...spec, since, holder, holderSeconds: KEY_SECONDS, removed: records.clear });
  if (replaces !== undefined) await vacate(call, replaces);
  await records.keep({ stage: 'done', fingerprint, connector, replaces });
  return { connector, replaces };
}

async function createPrepared(call: Call, { prepare }: CreateSpec, records: CreateRecords, holder: string): Promise<Connector> {
  const { definitionId, create } = await prepare();
  return createWithIntent(call, records, { userId: call.userId, definitionId, holder }, create);
}

function requireSameBody(record: CreateRecord | null, fingerprint: string): CreateRecord | null {
  if (record === null || record.fingerprint === fingerprint) return record;
  throw new ConnectError('idempotency_key_reused', 'This Idempotency-Key came with another body before. Use a new key for every new create.');
}

/** @throws {ConnectError} `create_unsettled` when the one that is at work has not come to an end */
function doneCreate(record: CreateRecord | null): Created {
  if (record?.stage === 'done') return record;
  throw unsettled(5_000);
}

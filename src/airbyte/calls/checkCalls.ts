import * as z from 'zod/mini';
import { abortable, type CallOptions, ConnectError, endUserReason, type HttpAnswer, isConnectError, wait } from '../../core/index.js';
import { type AirbyteCaller, type BearerKind, isSuccess, parseAnswer } from '../call.js';
import { type AirbyteRequest, idSegment } from '../send.js';

const failure = z.object({ failure_origin: z.nullish(z.string()), failure_type: z.nullish(z.string()), external_message: z.nullish(z.string()) });
const statusAnswer = z.object({
  status: z.string(),
  enhanced_error_message: z.nullish(z.string()),
  failure_reason: z.nullish(failure),
  error_message: z.nullish(z.string()),
});
type CheckStatus = z.infer<typeof statusAnswer>;
/** Of a connector it may tell the verdict at once. */
const started = z.extend(z.partial(statusAnswer), { id: z.string().check(z.minLength(1)), status: z.nullish(z.string()) });

/** Of sources made from templates, the only ones whose checks have a documented status. */
export const SOURCES_PATH = '/api/v1/integrations/sources';

/** Waits between two looks, in milliseconds; the last one stays. */
const DELAYS = [1_000, 2_000, 3_000, 4_000, 5_000];
/** Milliseconds of waiting after which nobody believes in an end; of calls that may mean something else, sooner. */
const PATIENCE = { sure: 120_000, unsure: 30_000 };
/** So long, in milliseconds, calls that are not there are not asked for again. */
const MISSING_MS = 600_000;
/** Refusals that may say it of every connector. */
const OF_EVERY_ONE: ReadonlySet<number> = new Set([405, 501]);

/**
 * What one client knows of check calls that no document of its generation has: whatever refuses them says only that they are not there. They
 * are another tenant's as well, so that it takes the answers to two connectors, and no verdict in between, until they are believed to be missing.
 */
export interface UnsureChecks {
  now: () => number;
  /** Id of the connector for which they were missing last. */
  missingFor: string | null;
  /** Milliseconds since the epoch. */
  missingUntil: number;
}

export interface ConfigurationCheck {
  /** The path of the family: of sources, or of connectors. */
  path: string;
  /** The path below which the status is asked. @default `path` */
  statusPath?: string | undefined;
  bearer: BearerKind;
  id: string;
  /** Where no document has the calls. */
  unsure?: UnsureChecks | undefined;
  /** Waits, in milliseconds. @default a timer */
  sleep?: ((ms: number) => Promise<void>) | undefined;
}

/**
 * Tries a stored configuration and waits for the verdict: looks after 1 s, then ever more seldom, for 2 min at most.
 * @returns false where Airbyte does not answer these calls (404, 405, 501); of unsure ones also where their answers can not be read, or
 *   tell no verdict in 30 s
 * @throws {ConnectError} `credentials_refused` with Airbyte's reason; `upstream_unavailable` when the check itself failed or was cancelled;
 *   `timeout`, `aborted`
 */
export async function runConfigurationCheck(caller: AirbyteCaller, check: ConfigurationCheck, options: CallOptions = {}): Promise<boolean> {
  const { unsure } = check;
  if (unsure === undefined) return waitForVerdict(caller, check, options);
  if (unsure.now() < unsure.missingUntil) return false;
  try {
    const tried = await waitForVerdict(caller, check, options);
    if (tried) unsure.missingFor = null;
    return tried;
  } catch (error) {
    if (isConnectError(error) && UNREADABLE.has(error.code)) return false;
    if (isConnectError(error) && error.code === 'credentials_refused') unsure.missingFor = null;
    throw error;
  }
}

/** Another shape than a check's, and an id that can be none. */
const UNREADABLE: ReadonlySet<string> = new Set(['upstream_invalid', 'connector_not_found']);

async function waitForVerdict(caller: AirbyteCaller, check: ConfigurationCheck, { signal }: CallOptions): Promise<boolean> {
  const { path, statusPath = path, id, unsure, sleep = wait } = check;
  const answer = await ask(caller, check, { method: 'POST', path: `${path}/${idSegment(id)}/check`, body: {}, signal });
  if (answer === null) return false;
  const begun = parseAnswer(started, answer);
  if (isVerdict(begun)) return judged(begun);
  const patience = unsure === undefined ? PATIENCE.sure : PATIENCE.unsure;
  for (let look = 0, waited = 0; waited <= patience; look += 1) {
    const seen = await ask(caller, check, { method: 'GET', path: `${statusPath}/check/${idSegment(begun.id)}/status`, safe: true, signal });
    if (seen === null) return false;
    const status = parseAnswer(statusAnswer, seen);
    if (isVerdict(status)) return judged(status);
    const delay = DELAYS[look] ?? DELAYS.at(-1) ?? 0;
    await pause(sleep, delay, signal);
    waited += delay;
  }
  if (unsure !== undefined) return false;
  throw new ConnectError('timeout', `Airbyte's check had no verdict after ${patience / 1000} s.`);
}

/** Null where Airbyte does not know the call. Of an unsure one the bearer is not at fault: the list of connectors has just taken it. */
async function ask(caller: AirbyteCaller, { bearer, id, unsure }: ConfigurationCheck, request: Omit<AirbyteRequest, 'host'>): Promise<HttpAnswer | null> {
  const answer = await caller.exchange({ ...request, host: 'agent' }, bearer, unsure === undefined ? 'at once' : 'never');
  if (isSuccess(answer)) return answer;
  const { status } = answer;
  if (unsure !== undefined && OF_EVERY_ONE.has(status)) missing(unsure, id);
  const isMissing = unsure === undefined ? status === 404 && request.method === 'POST' : status < 500 && status !== 429;
  if (isMissing || status === 405 || status === 501) return null;
  throw caller.failure(answer, { call: 'connector' });
}

function missing(unsure: UnsureChecks, id: string): void {
  if (unsure.missingFor !== null && unsure.missingFor !== id) unsure.missingUntil = unsure.now() + MISSING_MS;
  unsure.missingFor = id;
}

const isVerdict = <S extends { status?: string | null | undefined }>(told: S): told is S & { status: string } =>
  told.status === 'succeeded' || told.status === 'failed' || told.status === 'cancelled';

/** @throws {ConnectError} unless the check has succeeded */
function judged(status: CheckStatus): true {
  if (status.status === 'succeeded') return true;
  throw verdict(status);
}

/** The credentials are not at fault when Airbyte itself failed. */
const NOT_THE_CREDENTIALS: ReadonlySet<string> = new Set([
  'transient_error',
  'system_error',
  'destination_timeout',
  'heartbeat_timeout',
  'manual_cancellation',
  'airbyte_platform',
]);

function verdict({ status, enhanced_error_message, failure_reason, error_message }: CheckStatus): ConnectError {
  const causes = [failure_reason?.failure_type, failure_reason?.failure_origin];
  if (status === 'cancelled' || causes.some((cause) => cause != null && NOT_THE_CREDENTIALS.has(cause)))
    return new ConnectError('upstream_unavailable', `Airbyte's check came to no verdict (${causes.find((cause) => cause != null) ?? status}).`);
  // The rule of what is made for the end user; `internal_message` and the stack never are.
  const reason = [enhanced_error_message, failure_reason?.external_message, error_message].find((text) => text != null && text.trim() !== '');
  return new ConnectError('credentials_refused', "Airbyte's check failed: the service refused the configuration.", {
    reason: endUserReason(reason ?? undefined),
  });
}

async function pause(sleep: (ms: number) => Promise<void>, ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await abortable(sleep(ms), signal);
  } catch (cause) {
    throw new ConnectError('aborted', 'The call was aborted while a check was running.', { cause });
  }
}

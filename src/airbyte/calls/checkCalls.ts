import * as z from 'zod/mini';
import { abortable, type CallOptions, ConnectError, endUserReason, wait } from '../../core/index.js';
import { type AirbyteCaller, type BearerKind, isSuccess, parseAnswer } from '../call.js';
import { idSegment } from '../send.js';

const started = z.object({ id: z.string().check(z.minLength(1)) });
const failure = z.object({ failure_origin: z.nullish(z.string()), failure_type: z.nullish(z.string()), external_message: z.nullish(z.string()) });
const statusAnswer = z.object({
  status: z.string(),
  enhanced_error_message: z.nullish(z.string()),
  failure_reason: z.nullish(failure),
  error_message: z.nullish(z.string()),
});
type CheckStatus = z.infer<typeof statusAnswer>;

/** Waits between two looks, in milliseconds; the last one stays. */
const DELAYS = [1_000, 2_000, 3_000, 4_000, 5_000];
/** Milliseconds of waiting after which nobody believes in an end. */
const PATIENCE = 120_000;

export interface ConfigurationCheck {
  /** The sources' path of the family. */
  path: string;
  bearer: BearerKind;
  id: string;
  /** Waits, in milliseconds. @default a timer */
  sleep?: ((ms: number) => Promise<void>) | undefined;
}

/**
 * Tries a stored configuration and waits for the verdict: looks after 1 s, then ever more seldom, for 2 min at most.
 * @returns false where Airbyte does not answer this call (404, 405, 501)
 * @throws {ConnectError} `credentials_refused` with Airbyte's reason; `upstream_unavailable` when the check itself failed or was cancelled;
 *   `timeout`, `aborted`
 */
export async function runConfigurationCheck(caller: AirbyteCaller, check: ConfigurationCheck, { signal }: CallOptions = {}): Promise<boolean> {
  const { path, bearer, id, sleep = wait } = check;
  const answer = await caller.exchange({ method: 'POST', host: 'agent', path: `${path}/${idSegment(id)}/check`, body: {}, signal }, bearer);
  if ([404, 405, 501].includes(answer.status)) return false;
  if (!isSuccess(answer)) throw caller.failure(answer, { call: 'connector' });
  const checkId = parseAnswer(started, answer).id;
  for (let look = 0, waited = 0; waited <= PATIENCE; look += 1) {
    const status = await readStatus(caller, { path, bearer, id: checkId }, { signal });
    if (status.status === 'succeeded') return true;
    if (status.status === 'failed' || status.status === 'cancelled') throw verdict(status);
    const delay = DELAYS[look] ?? DELAYS.at(-1) ?? 0;
    await pause(sleep, delay, signal);
    waited += delay;
  }
  throw new ConnectError('timeout', `Airbyte's check had no verdict after ${PATIENCE / 1000} s.`);
}

async function readStatus(caller: AirbyteCaller, { path, bearer, id }: ConfigurationCheck, { signal }: CallOptions): Promise<CheckStatus> {
  const request = { method: 'GET', host: 'agent', path: `${path}/check/${idSegment(id)}/status`, safe: true, signal } as const;
  return parseAnswer(statusAnswer, await caller.call(request, bearer, { call: 'connector' }));
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

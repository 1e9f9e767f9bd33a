import { type ConnectErrorCode, isConnectError, isConnectErrorCode } from '../../../src/core/index.js';
import { errors as words } from '../../../src/i18n/en/errors.js';
import type { Played } from './faultWorld.js';
import type { End } from './rules.js';

/** What a call came to: its end, the seconds that were told, and what the person or the log is told. */
export interface Outcome {
  end: End;
  retryAfter?: number | undefined;
}

/** Reads an answer of a route, an answer of the server's own functions, or what they throw. */
export async function outcomeOf(result: unknown): Promise<Outcome> {
  if (result instanceof Response) return ofAnswer(result);
  if (!isRecord(result)) return { end: 'done' };
  const left = Array.isArray(result.left) && isRecord(result.left[0]) ? result.left[0].error : undefined;
  const failure = 'thrown' in result ? result.thrown : left;
  if (failure === undefined) return { end: 'done' };
  if (!isConnectError(failure)) throw failure;
  return { end: failure.code, retryAfter: failure.retryAfter };
}

async function ofAnswer(response: Response): Promise<Outcome> {
  // A file is never an error.
  if (response.headers.has('content-disposition')) return { end: 'done' };
  const body: unknown = await response.json();
  const error = isRecord(body) && isRecord(body.error) ? body.error : null;
  if (error === null) return { end: 'done' };
  if (!isConnectErrorCode(error.code)) throw new Error(`Not a code: ${String(error.code)}`);
  return { end: error.code, retryAfter: typeof error.retryAfter === 'number' ? error.retryAfter : undefined };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The title on the person's screen; a failure whose words are not whole is none. */
export function titleOf(code: ConnectErrorCode): string | null {
  const { title, text, action } = words[code]({ service: 'Zendesk', app: 'Fernway' });
  return [title, text, action].every((part) => /^\p{Lu}.+/u.test(part) && !part.includes(code)) ? title : null;
}

/** Whether the host's log heard of a route's failure, by its code. */
export const isLogged = ({ events }: Pick<Played<unknown>, 'events'>, code: ConnectErrorCode): boolean =>
  events.some((event) => (event.type === 'error' && event.error.code === code) || (event.type === 'attempt_completed' && event.code === code));

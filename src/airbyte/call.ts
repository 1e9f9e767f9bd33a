import type * as z from 'zod/mini';
import { ConnectError, type HttpAnswer, readJson } from '../core/index.js';
import { type AirbyteErrorContext, airbyteError } from './errors.js';
import type { TokenSource } from './patterns/pattern.js';
import type { AirbyteRequest, SendToAirbyte } from './send.js';

/** Which bearer a call needs. */
export type BearerKind = 'application' | { workspaceName: string };

export interface AirbyteCaller {
  /**
   * The answer, whatever its status, after a refused bearer was renewed once and the call repeated once.
   * @param renews False where a refusal is not of the bearer: it stays, and the call is not repeated.
   */
  exchange(request: AirbyteRequest, bearer: BearerKind, renews?: boolean): Promise<HttpAnswer>;
  /** As `exchange`, but anything but a success is thrown as `airbyteError` says. */
  call(request: AirbyteRequest, bearer: BearerKind, context: Omit<AirbyteErrorContext, 'now'>): Promise<HttpAnswer>;
  /** `airbyteError` by this caller's clock. */
  failure(answer: HttpAnswer, context: Omit<AirbyteErrorContext, 'now'>): ConnectError;
}

/** Calls with bearers. A refused call changed nothing, so the one repeat is safe for every call. */
export function createCaller(send: SendToAirbyte, tokens: TokenSource, now: () => number): AirbyteCaller {
  const obtain = (kind: BearerKind, signal: AbortSignal | undefined) =>
    kind === 'application' ? tokens.application({ signal }) : tokens.scoped(kind.workspaceName, { signal });

  async function exchange(request: AirbyteRequest, kind: BearerKind, renews = true): Promise<HttpAnswer> {
    const bearer = await obtain(kind, request.signal);
    const answer = await send(request, bearer);
    if (!renews || (answer.status !== 401 && answer.status !== 403)) return answer;
    tokens.renew(bearer);
    return send(request, await obtain(kind, request.signal));
  }

  const failure: AirbyteCaller['failure'] = (answer, context) => airbyteError(answer, { ...context, now: now() });

  return {
    exchange,
    failure,
    async call(request, kind, context) {
      const answer = await exchange(request, kind);
      if (!isSuccess(answer)) throw failure(answer, context);
      return answer;
    },
  };
}

export const isSuccess = ({ status }: HttpAnswer): boolean => status >= 200 && status < 300;

/** A success's JSON in its shape; keys that are not known are dropped. @throws {ConnectError} `upstream_invalid` */
export function parseAnswer<S extends z.ZodMiniType>(schema: S, answer: HttpAnswer): z.infer<S> {
  const parsed = schema.safeParse(readJson(answer));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path }) => path.join('.') || 'the whole').join(', ');
  throw new ConnectError('upstream_invalid', `Airbyte's answer has not the documented shape (${places}).`);
}

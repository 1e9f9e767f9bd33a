import type * as z from 'zod/mini';
import { ConnectError, type HttpAnswer, readJson } from '../core/index.js';
import { type AirbyteErrorContext, airbyteError } from './errors.js';
import type { TokenSource } from './patterns/pattern.js';
import type { AirbyteRequest, SendToAirbyte } from './send.js';
import { createTokenRenewals } from './tokenRenewals.js';

/** Which bearer a call needs. */
export type BearerKind = 'application' | { workspaceName: string };

/**
 * When a 401 or 403 renews the bearer. `seldom`, once in 30 s, where it may as well be of what a person has typed or named: a bearer that was
 * renewed a moment ago is not at fault, and nobody is to have tokens minted as fast as they ask. `never` where it is not of the bearer.
 */
export type Renews = 'at once' | 'seldom' | 'never';

export interface AirbyteCaller {
  /** The answer, whatever its status, after a refused bearer was renewed and the call repeated once. @param renews @default 'at once' */
  exchange(request: AirbyteRequest, bearer: BearerKind, renews?: Renews): Promise<HttpAnswer>;
  /** As `exchange`, but anything but a success is thrown as `airbyteError` says. */
  call(request: AirbyteRequest, bearer: BearerKind, context: Omit<AirbyteErrorContext, 'now'>): Promise<HttpAnswer>;
  /** `airbyteError` by this caller's clock. */
  failure(answer: HttpAnswer, context: Omit<AirbyteErrorContext, 'now'>): ConnectError;
}

/** Calls with bearers. A refused call changed nothing, so the one repeat is safe for every call. */
export function createCaller(send: SendToAirbyte, tokens: TokenSource, now: () => number): AirbyteCaller {
  const obtain = (kind: BearerKind, signal: AbortSignal | undefined) =>
    kind === 'application' ? tokens.application({ signal }) : tokens.scoped(kind.workspaceName, { signal });
  const renewals = createTokenRenewals(now);

  async function exchange(request: AirbyteRequest, kind: BearerKind, renews: Renews = 'at once'): Promise<HttpAnswer> {
    const bearer = await obtain(kind, request.signal);
    const answer = await send(request, bearer);
    if (renews === 'never' || (answer.status !== 401 && answer.status !== 403)) return answer;
    const isRenewed = renews === 'at once' || renewals(kind === 'application' ? '' : kind.workspaceName);
    if (isRenewed) tokens.renew(bearer);
    const other = await obtain(kind, request.signal);
    return isRenewed || other !== bearer ? send(request, other) : answer;
  }

  const failure: AirbyteCaller['failure'] = (answer, context) => airbyteError(answer, { ...context, now: now() });

  return {
    exchange,
    failure,
    async call(request, kind, context) {
      const answer = await exchange(request, kind, context.call === 'execute' || context.call === 'check' ? 'seldom' : 'at once');
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

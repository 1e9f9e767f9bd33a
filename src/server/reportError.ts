import { toConnectError } from '../core/index.js';
import type { Call } from './call.js';
import { pathForLog } from './pathForLog.js';

/** Tells the host's log of a failure beside the answer: one that is answered by something else, or by nothing. */
export function reportError(
  { report, request, requestId }: Pick<Call<string | null>, 'report' | 'request' | 'requestId'>,
  userId: string | null,
  thrown: unknown,
): void {
  const error = toConnectError(thrown);
  if (error.code !== 'aborted') report.event({ type: 'error', requestId, userId, route: `${request.method} ${pathForLog(request.url)}`, error });
}

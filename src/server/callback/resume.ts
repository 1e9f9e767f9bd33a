import * as z from 'zod/mini';
import { type CallbackParams, readCallbackAddress } from '../../core/index.js';
import type { Call } from '../call.js';

type AnyCall = Call<string | null>;

const PARAMETER = 'ack_resume';

/** Of a kind of its own, so that neither a cookie nor a ticket passes as one. */
const resumeSchema = z.object({
  kind: z.literal('callback'),
  state: z.string(),
  params: z.object({ secret_id: z.optional(z.string()), connector_id: z.optional(z.string()), error: z.optional(z.string()) }),
});

/** What came back to the handler's own callback. Nothing at all where `state` is null and `params` are empty. */
export interface Returned {
  state: string | null;
  params: CallbackParams;
}

/** From the address: as Airbyte has written it, or sealed by the page that waited. */
export async function readReturned({ seal, request }: AnyCall): Promise<Returned> {
  const sealed = new URL(request.url).searchParams.get(PARAMETER);
  if (sealed === null) return readCallbackAddress(request.url);
  const result = z.safeParse(resumeSchema, await seal.open(sealed));
  return result.success ? result.data : { state: null, params: {} };
}

/** The query with which the page that waits asks again. It tells nothing to whoever reads addresses, and completes nothing without the cookie. */
export const resumeQuery = async ({ seal }: AnyCall, { state, params }: Returned): Promise<string> =>
  `?${PARAMETER}=${await seal.close({ kind: 'callback', state: state ?? '', params })}`;

import * as z from 'zod/mini';
import { ConnectError } from '../../core/index.js';
import type { Call } from '../call.js';
import { type Attempt, ticketSchema } from './attempt.js';

type AnyCall = Call<string | null>;

/** What a page on another site holds instead of the cookie. Alone it is worth nothing: completing needs the state and a session of its user too. */
export const sealedTicket = ({ seal }: AnyCall, attempt: Attempt): Promise<string> => seal.close({ ...attempt, kind: 'ticket' });

/**
 * The attempt of a ticket. Null for one that we did not seal, or sealed for another attempt.
 * @throws {ConnectError} `session_missing`: a page can read a ticket, which no page can of a cookie, so that here nobody is not good enough
 */
export async function openTicket({ seal, userId }: AnyCall, attemptId: string, ticket: string): Promise<Attempt | null> {
  if (userId === null) throw new ConnectError('session_missing', '`authorize` answered null: completing with a ticket needs the session of its user.');
  const result = z.safeParse(ticketSchema, await seal.open(ticket));
  return result.success && result.data.attemptId === attemptId ? { ...result.data, kind: 'attempt' } : null;
}

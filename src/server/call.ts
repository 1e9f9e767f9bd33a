import { ConnectError } from '../core/index.js';
import type { Parts } from './parts.js';
import { userIdProblem } from './userId.js';

/** One request on its way to an answer. */
export interface Call<User extends string | null = string> extends Parts {
  request: Request;
  requestId: string;
  /** The host's id of who asks. */
  userId: User;
  /** From the path, decoded. */
  params: Readonly<Record<string, string>>;
}

/** A path parameter that the route's pattern names. */
export function param(call: Call<string | null>, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new ConnectError('internal', `The route has no parameter ${name}.`);
  return value;
}

/**
 * Who asks, as the host says.
 * @throws {ConnectError} `handler_misconfigured` when the host answers something that names nobody
 */
export async function whoAsks({ authorize }: Parts['settings'], request: Request): Promise<string | null> {
  const userId = await authorize(request);
  if (userId === null || userId === undefined) return null;
  const problem = userIdProblem(userId);
  if (problem === null) return userId;
  throw new ConnectError('handler_misconfigured', `The answer of \`authorize\` ${problem}; or null for nobody.`);
}

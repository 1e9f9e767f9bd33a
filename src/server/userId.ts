import { ConnectError } from '../core/index.js';

/** So that a workspace can be named by it, and a cookie hold it. */
const MAX_LENGTH = 256;
/** Control characters, and halves of characters: in a query each of those is written alike, and two users would be one. */
const UNFIT = /[\p{Cc}\p{Cs}]/u;

/** What is wrong with an id of a user, as the end of a sentence; null when nothing is. */
export function userIdProblem(userId: unknown): string | null {
  if (typeof userId !== 'string' || userId.trim() === '') return 'must be your id of the user, a string that is not blank';
  if (userId.length > MAX_LENGTH) return `must be your id of the user in at most ${MAX_LENGTH} characters`;
  return UNFIT.test(userId) ? 'must be your id of the user without control characters and halves of surrogate pairs' : null;
}

/** Of a user that the host names. @throws {ConnectError} `invalid_input` */
export function requireUser(userId: string): string {
  const problem = userIdProblem(userId);
  if (problem === null) return userId;
  throw new ConnectError('invalid_input', `\`userId\` ${problem}.`);
}

import { abortable, ConnectError } from '../core/index.js';

/**
 * Runs work when one of the user's places is free, and gives the place back at its end; work that calls `hold` gives it back itself, by what
 * this returns. @throws {ConnectError} `aborted` while it waits, and what the work throws
 */
export type Turns = <T>(userId: string, signal: AbortSignal, work: (hold: () => () => void) => Promise<T>) => Promise<T>;

interface User {
  running: number;
  waiting: (() => void)[];
}

/**
 * Lets so many pieces of a user's work run at the same time, and others wait for their turn, in their order: each may hold a large answer in
 * memory, and a page that asks for many at once is to get them all.
 */
export function createTurns(places: number): Turns {
  const users = new Map<string, User>();

  /** A place goes straight to who waits, so that nobody comes in between. */
  function leave(userId: string, user: User): void {
    const next = user.waiting.shift();
    if (next === undefined) user.running -= 1;
    else next();
    if (user.running === 0) users.delete(userId);
  }

  async function enter(userId: string, user: User, signal: AbortSignal): Promise<void> {
    if (user.running < places) {
      user.running += 1;
      return;
    }
    let take: () => void = () => undefined;
    const free = new Promise<void>((resolve) => {
      take = resolve;
    });
    user.waiting.push(take);
    try {
      await abortable(free, signal);
    } catch (cause) {
      const place = user.waiting.indexOf(take);
      if (place === -1) leave(userId, user);
      else user.waiting.splice(place, 1);
      throw new ConnectError('aborted', 'The caller left before its operation had its turn.', { cause });
    }
  }

  return async (userId, signal, work) => {
    const user = users.get(userId) ?? { running: 0, waiting: [] };
    users.set(userId, user);
    await enter(userId, user, signal);
    let state: 'works' | 'holds' | 'left' = 'works';
    const end = () => {
      if (state !== 'left') leave(userId, user);
      state = 'left';
    };
    const hold = () => {
      state = 'holds';
      return end;
    };
    try {
      return await work(hold);
    } finally {
      if (state === 'works') end();
    }
  };
}

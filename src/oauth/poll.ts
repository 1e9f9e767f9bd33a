const FIRST_MS = 1_000;
const LAST_MS = 5_000;
const GROWTH = 1.5;

/** Why the backend is asked: its turn has come, or something hinted at it. */
export type PollCause = 'poll' | 'channel' | 'message' | 'look';

/** Asks again and again: after 1 s, then ever more seldom until every 5 s; `now` asks at once and starts over. One question at a time. */
export function createPoll(ask: (cause: PollCause) => Promise<unknown>) {
  let wait = FIRST_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let again: PollCause | null = null;
  let stopped = false;

  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(run, wait, 'poll');
    wait = Math.min(wait * GROWTH, LAST_MS);
  };
  const run = (cause: PollCause) => {
    asking = true;
    again = null;
    void ask(cause).finally(() => {
      asking = false;
      if (again !== null && !stopped) run(again);
      else schedule();
    });
  };
  const now = (cause: PollCause) => {
    if (stopped) return;
    wait = FIRST_MS;
    if (asking) {
      again = cause;
      return;
    }
    clearTimeout(timer);
    run(cause);
  };
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
  };

  schedule();
  return { now, stop };
}

const FIRST_MS = 1_000;
const LAST_MS = 5_000;
const GROWTH = 1.5;

/** Asks again and again: after 1 s, then ever more seldom until every 5 s; `now` asks at once and starts over. One question at a time. */
export function createPoll(ask: () => Promise<unknown>) {
  let wait = FIRST_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let again = false;
  let stopped = false;

  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(run, wait);
    wait = Math.min(wait * GROWTH, LAST_MS);
  };
  const run = () => {
    asking = true;
    again = false;
    void ask().finally(() => {
      asking = false;
      if (again && !stopped) run();
      else schedule();
    });
  };
  const now = () => {
    if (stopped) return;
    wait = FIRST_MS;
    again = asking;
    if (asking) return;
    clearTimeout(timer);
    run();
  };
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
  };

  schedule();
  return { now, stop };
}

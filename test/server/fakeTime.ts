/** Timers that are as long as this are deadlines: they end when waits have brought the clock there, never by themselves. */
const DEADLINE_MS = 25_000;

interface Timer {
  dueAt: number;
  run: () => void;
}

/**
 * A clock that waits move: each ends in the next turn, as if its time had passed. Work that takes no time by this clock, however slow the
 * machine is, meets no deadline.
 */
export function createFakeTime(start: number) {
  let time = start;
  let lastId = 0;
  const timers = new Map<number, Timer>();
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };

  function end(id: number): void {
    const timer = timers.get(id);
    if (timer === undefined) return;
    time = Math.max(time, timer.dueAt);
    for (const [dueId, due] of timers) {
      if (due.dueAt > time) continue;
      timers.delete(dueId);
      due.run();
    }
  }

  function setTimeout(run: () => void, ms = 0): number {
    lastId += 1;
    const id = lastId;
    timers.set(id, { dueAt: time + ms, run });
    if (ms < DEADLINE_MS) setImmediate(() => end(id));
    return id;
  }

  return {
    now: () => time,
    /** Takes the place of the runtime's timers until the end. */
    start: () => void Object.assign(globalThis, { setTimeout, clearTimeout: (id: number) => void timers.delete(id) }),
    stop: () => void Object.assign(globalThis, real),
  };
}

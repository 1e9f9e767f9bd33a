import { vi } from 'vitest';

type Listener = (event: object) => void;

/** A page without a browser: a clock that moves by hand, channels, storage, and what listens on window and document. All of it can die at once. */
export function createFakePage() {
  let time = Date.UTC(2026, 0, 1);
  let nextId = 1;
  const timers = new Map<number, { at: number; every: number | null; run: () => void }>();
  const listeners = new Map<string, Set<Listener>>();
  const channels = new Set<FakeChannel>();
  const stored = new Map<string, string>();
  const origin = 'https://app.example.com';

  const addTimer =
    (every: boolean) =>
    (run: (...input: unknown[]) => void, delay = 0, ...input: unknown[]) => {
      const id = nextId++;
      timers.set(id, { at: time + delay, every: every ? delay : null, run: () => run(...input) });
      return id;
    };
  const clearTimer = (id: number | undefined) => void timers.delete(id ?? 0);
  const on = (type: string, listener: Listener) => void (listeners.get(type) ?? listeners.set(type, new Set()).get(type))?.add(listener);
  const off = (type: string, listener: Listener) => void listeners.get(type)?.delete(listener);

  class FakeChannel {
    readonly heard = new Set<Listener>();
    constructor(readonly name: string) {
      channels.add(this);
    }
    addEventListener(_type: string, listener: Listener) {
      this.heard.add(listener);
    }
    postMessage(data: unknown) {
      for (const channel of channels) if (channel !== this && channel.name === this.name) queueMicrotask(() => channel.hear(data));
    }
    hear(data: unknown) {
      if (channels.has(this)) for (const listener of this.heard) listener({ data, origin });
    }
    close() {
      channels.delete(this);
    }
  }
  const methods = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
    key: (index: number) => [...stored.keys()][index] ?? null,
    get length() {
      return stored.size;
    },
  };
  // As the browser's own: its keys are properties of it.
  const storage = new Proxy(methods, {
    ownKeys: () => [...stored.keys()],
    getOwnPropertyDescriptor: (_target, key) => ({ configurable: true, enumerable: true, value: stored.get(String(key)) }),
  });
  const page = { location: { origin }, addEventListener: on, removeEventListener: off };

  return {
    stored,
    now: () => time,
    /** Stands in for the browser's globals, for as long as the test runs. */
    install() {
      vi.stubGlobal('window', Object.assign(page, { top: page }));
      vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: on, removeEventListener: off });
      vi.stubGlobal('location', { origin, pathname: '/settings', search: '', hash: '' });
      vi.stubGlobal('addEventListener', on);
      vi.stubGlobal('sessionStorage', storage);
      vi.stubGlobal('BroadcastChannel', FakeChannel);
      vi.stubGlobal('setTimeout', addTimer(false));
      vi.stubGlobal('setInterval', addTimer(true));
      vi.stubGlobal('clearTimeout', clearTimer);
      vi.stubGlobal('clearInterval', clearTimer);
      vi.spyOn(Date, 'now').mockImplementation(() => time);
    },
    /** Another window of this origin says something: on a channel, or to this window. */
    say(data: { attemptId: string }, way: 'channel' | 'message') {
      if (way === 'channel') new FakeChannel(`ack-${data.attemptId}`).postMessage(data);
      else for (const listener of listeners.get('message') ?? []) listener({ data, origin });
    },
    focus() {
      for (const listener of listeners.get('focus') ?? []) listener({});
    },
    /** Runs what is due until then, one after the other; what awaits gets its turn in between. */
    async advance(ms: number, turn: () => Promise<void>) {
      const end = time + ms;
      for (let due = nextOf(timers, end); due !== null; due = nextOf(timers, end)) {
        const [id, timer] = due;
        time = Math.max(time, timer.at);
        if (timer.every === null) timers.delete(id);
        else timer.at += timer.every;
        timer.run();
        // What looks regularly starts nothing by itself: it need not be waited for each time.
        if (timer.every === null) await turn();
      }
      time = end;
      await turn();
    },
    /** The page is left, or loaded anew: nothing of it runs on. What it stored stays. */
    die() {
      timers.clear();
      listeners.clear();
      channels.clear();
    },
    /** What is still running or listening. */
    leftovers: () => ({
      listeners: [...listeners].flatMap(([type, set]) => (set.size > 0 && type !== 'pagehide' ? [type] : [])),
      channels: [...channels].filter(({ heard }) => heard.size > 0).map(({ name }) => name),
      intervals: [...timers.values()].filter(({ every }) => every !== null).length,
    }),
  };
}

export type FakePage = ReturnType<typeof createFakePage>;

function nextOf<Timer extends { at: number }>(timers: ReadonlyMap<number, Timer>, end: number): [number, Timer] | null {
  let first: [number, Timer] | null = null;
  for (const entry of timers) if (entry[1].at <= end && (first === null || entry[1].at < first[1].at)) first = entry;
  return first;
}

import { vi } from 'vitest';

export const NOTHING_LASTS = { observers: 0, channels: 0, urls: 0, intervals: 0 };

/** What a page makes that lives on by itself, counted from now on: how many were made, and how many of them are there. Ends with `vi.restoreAllMocks` and `vi.unstubAllGlobals`. */
export function watchLasting() {
  const there = { ...NOTHING_LASTS };
  const made = { ...NOTHING_LASTS };
  const open = (kind: keyof typeof there, by: 1 | -1) => {
    there[kind] += by;
    if (by === 1) made[kind] += 1;
  };
  const watched = new WeakSet<object>();
  for (const { prototype } of [ResizeObserver, IntersectionObserver, MutationObserver]) {
    const { observe, disconnect } = prototype;
    vi.spyOn(prototype, 'observe').mockImplementation(function (this: object, ...args: unknown[]) {
      if (!watched.has(this)) open('observers', 1);
      watched.add(this);
      // SAFETY: handed on as it came, to the object it was called on.
      Reflect.apply(observe as () => void, this, args);
    });
    vi.spyOn(prototype, 'disconnect').mockImplementation(function (this: object) {
      if (watched.delete(this)) open('observers', -1);
      Reflect.apply(disconnect, this, []);
    });
  }
  const { close } = BroadcastChannel.prototype;
  const Channel = BroadcastChannel;
  vi.stubGlobal(
    'BroadcastChannel',
    class extends Channel {
      constructor(name: string) {
        super(name);
        open('channels', 1);
      }
    },
  );
  vi.spyOn(Channel.prototype, 'close').mockImplementation(function (this: BroadcastChannel) {
    open('channels', -1);
    close.call(this);
  });
  const { createObjectURL, revokeObjectURL } = URL;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    open('urls', 1);
    return createObjectURL(blob);
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    open('urls', -1);
    revokeObjectURL(url);
  });
  const { setInterval, clearInterval } = window;
  const intervals = new Set<unknown>();
  vi.spyOn(window, 'setInterval').mockImplementation((run, delay) => {
    const id = setInterval.call(window, run, delay);
    intervals.add(id);
    open('intervals', 1);
    return id;
  });
  vi.spyOn(window, 'clearInterval').mockImplementation((id) => {
    if (intervals.delete(id)) open('intervals', -1);
    clearInterval.call(window, id);
  });
  return { there, made };
}

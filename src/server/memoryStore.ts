import type { Store } from './store.js';

export interface MemoryStoreOptions {
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined;
  /** Entries kept at most; the oldest go first. @default 10_000 */
  maxEntries?: number | undefined;
}

interface Entry {
  value: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** A store in this process's memory: right for one instance. */
export function memoryStore({ now = Date.now, maxEntries = 10_000 }: MemoryStoreOptions = {}): Store {
  const entries = new Map<string, Entry>();
  const read = (key: string): string | null => {
    const entry = entries.get(key);
    if (entry === undefined) return null;
    if (entry.expiresAt > now()) return entry.value;
    entries.delete(key);
    return null;
  };
  const write = (key: string, value: string, ttlSeconds: number) => {
    entries.delete(key);
    if (entries.size >= maxEntries) makeRoom(entries, maxEntries, now());
    entries.set(key, { value, expiresAt: now() + ttlSeconds * 1000 });
  };
  return {
    get: async (key) => read(key),
    set: async (key, value, ttlSeconds) => write(key, value, ttlSeconds),
    setIfAbsent: async (key, value, ttlSeconds) => {
      if (read(key) !== null) return false;
      write(key, value, ttlSeconds);
      return true;
    },
    delete: async (key) => void entries.delete(key),
  };
}

/** Drops what has expired, then the oldest: a Map keeps the order of insertion. */
function makeRoom(entries: Map<string, Entry>, maxEntries: number, now: number): void {
  for (const [key, entry] of entries) if (entry.expiresAt <= now) entries.delete(key);
  for (const key of entries.keys()) {
    if (entries.size < maxEntries) return;
    entries.delete(key);
  }
}

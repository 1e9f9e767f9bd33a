import type { Store } from './store.js';

/** Options of `memoryStore`. */
export interface MemoryStoreOptions {
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined;
  /** Entries kept at most. @default 10_000 */
  maxEntries?: number | undefined;
  /** Characters of keys and values kept at most. @default 32 million */
  maxCharacters?: number | undefined;
}

interface Entry {
  value: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/**
 * What anybody signed in can make many of, and what is missed least: a sign-in goes on without its note, since the browser's cookie holds it. It makes
 * room before locks, outcomes and what creates have come to, which keep work from being done twice.
 */
const EXPENDABLE = /^ack:(attempt|inputs):/;

/** A store in this process's memory: right for one instance. When it is full, what has expired goes first, then the oldest notes of sign-ins, then the oldest of the rest. */
export function memoryStore({ now = Date.now, maxEntries = 10_000, maxCharacters = 32_000_000 }: MemoryStoreOptions = {}): Store {
  // A Map keeps the order of insertion: the oldest come first.
  const shelves = { expendable: new Map<string, Entry>(), kept: new Map<string, Entry>() };
  let characters = 0;
  const shelfOf = (key: string) => (EXPENDABLE.test(key) ? shelves.expendable : shelves.kept);
  const drop = (key: string) => {
    const entry = shelfOf(key).get(key);
    if (entry !== undefined) characters -= key.length + entry.value.length;
    shelfOf(key).delete(key);
  };
  const read = (key: string): string | null => {
    const entry = shelfOf(key).get(key);
    if (entry === undefined) return null;
    if (entry.expiresAt > now()) return entry.value;
    drop(key);
    return null;
  };
  const isFull = () => shelves.expendable.size + shelves.kept.size > maxEntries || characters > maxCharacters;
  const makeRoom = () => {
    for (const shelf of [shelves.expendable, shelves.kept]) for (const [key, { expiresAt }] of shelf) if (expiresAt <= now()) drop(key);
    for (const shelf of [shelves.expendable, shelves.kept]) for (const key of shelf.keys()) if (isFull()) drop(key);
  };
  const write = (key: string, value: string, ttlSeconds: number) => {
    drop(key);
    shelfOf(key).set(key, { value, expiresAt: now() + ttlSeconds * 1000 });
    characters += key.length + value.length;
    if (isFull()) makeRoom();
  };
  return {
    get: async (key) => read(key),
    set: async (key, value, ttlSeconds) => write(key, value, ttlSeconds),
    setIfAbsent: async (key, value, ttlSeconds) => {
      if (read(key) !== null) return false;
      write(key, value, ttlSeconds);
      return true;
    },
    delete: async (key) => drop(key),
    renewIf: async (key, value, ttlSeconds) => {
      if (read(key) !== value) return false;
      write(key, value, ttlSeconds);
      return true;
    },
    deleteIf: async (key, value) => {
      if (read(key) !== value) return false;
      drop(key);
      return true;
    },
  };
}

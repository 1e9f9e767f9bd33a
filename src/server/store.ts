/**
 * What the handler remembers beside its cookies: locks, outcomes, and which attempts were started. Values are strings, so that any
 * key-value service fits. Several instances of a backend need a shared one for strict good-once.
 * @example
 * const store: Store = {
 *   get: (key) => redis.get(key),
 *   set: async (key, value, ttl) => void (await redis.set(key, value, { EX: ttl })),
 *   setIfAbsent: async (key, value, ttl) => (await redis.set(key, value, { NX: true, EX: ttl })) !== null,
 *   delete: async (key) => void (await redis.del(key)),
 * };
 */
export interface Store {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  /** True when the key was free and is now taken: one atomic step. */
  setIfAbsent(key: string, value: string, ttlSeconds: number): Promise<boolean>;
  delete(key: string): Promise<void>;
}

/**
 * What the handler remembers beside its cookies: locks, outcomes, which attempts were started, and what a create has come to. Values are strings, so that any
 * key-value service fits. Several instances of a backend need a shared one for strict good-once.
 * @example createConnectHandler({ ...options, store: redisStore(client) });
 */
export interface Store {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  /** True when the key was free and is now taken: one atomic step. */
  setIfAbsent(key: string, value: string, ttlSeconds: number): Promise<boolean>;
  delete(key: string): Promise<void>;
}

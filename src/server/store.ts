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
  /**
   * True when the key holds the value, which now lives so much longer: one atomic step. A lock is renewed by it. Without it the key is read
   * and then written, and a process that stood still in between may prolong a lock that is another one's by then.
   */
  renewIf?(key: string, value: string, ttlSeconds: number): Promise<boolean>;
  /** True when the key held the value and is now free: one atomic step. A lock is ended by it; without it as `renewIf` says. */
  deleteIf?(key: string, value: string): Promise<boolean>;
}

import type { Store } from './store.js';

/** What the store needs of a client of node-redis (package `redis`, version 4 or later). */
export interface NodeRedisClient {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, options: { PX: number; NX?: true }): Promise<string | null>;
  del(key: string): Promise<number>;
}

/** What the store needs of a client of `ioredis` (version 5 or later). Its `call`, which node-redis has not, is how the two are told apart. */
export interface IoRedisClient {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, unit: 'PX', milliseconds: number): Promise<string | null>;
  set(key: string, value: string, unit: 'PX', milliseconds: number, condition: 'NX'): Promise<string | null>;
  del(key: string): Promise<number>;
  call(command: string, ...args: string[]): Promise<unknown>;
}

/**
 * A store in Redis, shared by all instances of a backend: `SET`, `SET NX PX`, `GET` and `DEL`. Bring your own connected client, of
 * node-redis or of ioredis; the kit has neither as a dependency. Keys start with `ack:`.
 * @throws what the client throws: a request that needs the store then fails, and can be repeated
 * @example createConnectHandler({ ...options, store: redisStore(await createClient({ url }).connect()) });
 */
export function redisStore(client: NodeRedisClient | IoRedisClient): Store {
  const isIoRedis = 'call' in client;
  const write = (key: string, value: string, PX: number) => (isIoRedis ? client.set(key, value, 'PX', PX) : client.set(key, value, { PX }));
  const writeIfAbsent = (key: string, value: string, PX: number) =>
    isIoRedis ? client.set(key, value, 'PX', PX, 'NX') : client.set(key, value, { PX, NX: true });
  return {
    get: (key) => client.get(key),
    set: async (key, value, ttlSeconds) => void (await write(key, value, milliseconds(ttlSeconds))),
    setIfAbsent: async (key, value, ttlSeconds) => (await writeIfAbsent(key, value, milliseconds(ttlSeconds))) !== null,
    delete: async (key) => void (await client.del(key)),
  };
}

/** Redis takes whole ones, and at least one. */
const milliseconds = (seconds: number): number => Math.max(1, Math.round(seconds * 1000));

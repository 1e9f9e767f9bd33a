import type { Store } from './store.js';

/** What the store needs of a client of node-redis (package `redis`, version 4 or later). */
export interface NodeRedisClient {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, options: { PX: number; NX?: true }): Promise<string | null>;
  del(key: string): Promise<number>;
  /** A client without it has locks of a weaker promise: see `Store`. */
  eval?(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** What the store needs of a client of `ioredis` (version 5 or later). Its `call`, which node-redis has not, is how the two are told apart. */
export interface IoRedisClient {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, unit: 'PX', milliseconds: number): Promise<string | null>;
  set(key: string, value: string, unit: 'PX', milliseconds: number, condition: 'NX'): Promise<string | null>;
  del(key: string): Promise<number>;
  call(command: string, ...args: string[]): Promise<unknown>;
}

const RENEW_IF = "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return 1 end return 0";
const DELETE_IF = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";
/** What a Redis answers that runs no scripts, or none for this user, or lets the script do less than the user. */
const NO_SCRIPTS = /^(NOPERM|ERR unknown command)|executing the script can't run this command|ACL failure in script/;

/**
 * A store in Redis, shared by all instances of a backend: `SET`, `SET NX PX`, `GET`, `DEL`, and two scripts of one line by `EVAL`, so that
 * a lock is renewed and ended only by its holder. Where scripts are not allowed a lock is looked at first, and `Store` says what that is
 * worth. Bring your own connected client, of node-redis or of ioredis; the kit has neither as a dependency. Keys start with `ack:`.
 * @throws what the client throws: a request that needs the store then fails, and can be repeated
 * @example createConnectHandler({ ...options, store: redisStore(await createClient({ url }).connect()) });
 */
export function redisStore(client: NodeRedisClient | IoRedisClient): Store {
  const isIoRedis = 'call' in client;
  const write = (key: string, value: string, PX: number) => (isIoRedis ? client.set(key, value, 'PX', PX) : client.set(key, value, { PX }));
  const writeIfAbsent = (key: string, value: string, PX: number) =>
    isIoRedis ? client.set(key, value, 'PX', PX, 'NX') : client.set(key, value, { PX, NX: true });
  // In lower case: by a name in upper case older ioredis does not find the keys that its `keyPrefix` belongs before.
  const run = (script: string, key: string, ...args: string[]) =>
    isIoRedis ? client.call('eval', script, '1', key, ...args) : client.eval?.(script, { keys: [key], arguments: args });

  /** Runs the script where that is possible, else `work` where the key holds the value. */
  async function whereHeld(script: string, [key, value, ...args]: [key: string, value: string, ...string[]], work: () => Promise<unknown>): Promise<boolean> {
    const ran = await (run(script, key, value, ...args) ?? Promise.resolve(null)).catch(unlessRefused);
    if (ran !== null) return Number(ran) === 1;
    if ((await client.get(key)) !== value) return false;
    await work();
    return true;
  }

  return {
    get: (key) => client.get(key),
    set: async (key, value, ttlSeconds) => void (await write(key, value, milliseconds(ttlSeconds))),
    setIfAbsent: async (key, value, ttlSeconds) => (await writeIfAbsent(key, value, milliseconds(ttlSeconds))) !== null,
    delete: async (key) => void (await client.del(key)),
    renewIf: (key, value, ttlSeconds) => whereHeld(RENEW_IF, [key, value, String(milliseconds(ttlSeconds))], () => write(key, value, milliseconds(ttlSeconds))),
    deleteIf: (key, value) => whereHeld(DELETE_IF, [key, value], () => client.del(key)),
  };
}

/** Null where the server runs no scripts. @throws any other failure */
function unlessRefused(failure: unknown): null {
  if (failure instanceof Error && NO_SCRIPTS.test(failure.message)) return null;
  throw failure;
}

/** Redis takes whole ones, and at least one. */
const milliseconds = (seconds: number): number => Math.max(1, Math.round(seconds * 1000));

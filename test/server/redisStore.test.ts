import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redisStore, type Store } from '../../src/server/index.js';
import { createClock } from './harness.js';
import { hasRedis, ioRedisLike, nodeRedisLike, type RedisServer, startRedis } from './redisServer.js';

/** A Redis of four commands, in memory. */
function createRedis() {
  const clock = createClock();
  const entries = new Map<string, { value: string; endsAt: number }>();
  const commands: string[] = [];
  const read = (key: string) => {
    const entry = entries.get(key);
    return entry !== undefined && entry.endsAt > clock.now() ? entry.value : null;
  };
  const command: RedisServer['command'] = async (...args) => {
    commands.push(args.join(' '));
    const [name, key = '', value = '', unit, time, condition] = args;
    if (name === 'GET') return read(key);
    if (name === 'DEL') return entries.delete(key) ? 1 : 0;
    if (name !== 'SET' || unit !== 'PX' || !/^[1-9]\d*$/.test(time ?? '')) throw new Error(`ERR syntax error: ${args.join(' ')}`);
    if (condition === 'NX' && read(key) !== null) return null;
    entries.set(key, { value, endsAt: clock.now() + Number(time) });
    return 'OK';
  };
  return { clock, command, commands };
}

const SHAPES = { 'node-redis': nodeRedisLike, ioredis: ioRedisLike };

const REFUSED_IN_SCRIPT = [
  "ERR The user executing the script can't run this command or subcommand script: 0a1b, on @user_script:1.",
  "ERR ACL failure in script: User app has no permissions to run the 'set' command script: 0a1b, on @user_script:1.",
];

describe.each(Object.entries(SHAPES))('redisStore over a client of %s', (_name, clientOf) => {
  it('forgets a value when its seconds are over', async () => {
    const { clock, command } = createRedis();
    const store = redisStore(clientOf(command));
    await store.set('ack:key', 'value', 10);
    clock.advance(9_999);
    expect(await store.get('ack:key')).toBe('value');
    clock.advance(1);
    expect(await store.get('ack:key')).toBeNull();
  });

  it('gives a free key to one caller only, in one command', async () => {
    const { command, commands } = createRedis();
    const store = redisStore(clientOf(command));
    expect(await Promise.all([store.setIfAbsent('ack:lock', 'a', 5), store.setIfAbsent('ack:lock', 'b', 5)])).toEqual([true, false]);
    expect(commands).toEqual(['SET ack:lock a PX 5000 NX', 'SET ack:lock b PX 5000 NX']);
    expect(await store.get('ack:lock')).toBe('a');
    await store.delete('ack:lock');
    expect(await store.setIfAbsent('ack:lock', 'c', 5)).toBe(true);
  });

  it('asks for whole milliseconds, and at least one', async () => {
    const { command, commands } = createRedis();
    const store = redisStore(clientOf(command));
    await store.set('ack:key', 'value', 0.0001);
    await store.set('ack:key', 'value', 1.0006);
    expect(commands).toEqual(['SET ack:key value PX 1', 'SET ack:key value PX 1001']);
  });
});

describe.skipIf(!hasRedis)('redisStore over a real redis-server', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  it.each(Object.entries(SHAPES))('keeps, gives to one, and forgets, by a client of %s', async (name, clientOf) => {
    const store = redisStore(clientOf(server.command));
    const key = `ack:test:${name}`;
    expect(await store.get(key)).toBeNull();
    expect(await Promise.all([1, 2, 3].map((value) => store.setIfAbsent(key, `ü${value}\r\n`, 60)))).toEqual([true, false, false]);
    expect(await store.get(key)).toBe('ü1\r\n');
    expect(await server.command('PTTL', key)).toBeGreaterThan(50_000);
    await store.set(key, 'other', 2);
    expect(await store.get(key)).toBe('other');
    expect(await server.command('PTTL', key)).toBeLessThanOrEqual(2_000);
    await store.delete(key);
    expect(await store.get(key)).toBeNull();
  });

  const holds = async (store: Store, key: string, keyPrefix = '') => {
    const life = () => server.command('PTTL', keyPrefix + key);
    await store.set(key, 'ours', 1);
    expect(await store.renewIf?.(key, 'another’s', 60)).toBe(false);
    expect(await life()).toBeLessThanOrEqual(1_000);
    expect(await store.renewIf?.(key, 'ours', 60)).toBe(true);
    expect(await life()).toBeGreaterThan(50_000);
    expect(await store.deleteIf?.(key, 'another’s')).toBe(false);
    expect(await store.get(key)).toBe('ours');
    expect(await store.deleteIf?.(key, 'ours')).toBe(true);
    expect(await store.get(key)).toBeNull();
    expect(await store.deleteIf?.(key, 'ours')).toBe(false);
  };

  it.each(Object.entries(SHAPES))('renews and ends what holds a value, in one command, by a client of %s', async (name, clientOf) => {
    const commands: string[] = [];
    const command: RedisServer['command'] = (...args) => {
      commands.push(args[0]?.toUpperCase() ?? '');
      return server.command(...args);
    };
    await holds(redisStore(clientOf(command)), `ack:held:${name}`);
    expect(commands).toEqual(['SET', 'EVAL', 'EVAL', 'EVAL', 'GET', 'EVAL', 'GET', 'EVAL']);
  });

  it.each(Object.entries(SHAPES))('does so after a look where Redis runs no scripts for it, by a client of %s', async (name, clientOf) => {
    await server.command('ACL', 'SETUSER', 'default', '-@scripting');
    try {
      await holds(redisStore(clientOf(server.command)), `ack:looked:${name}`);
    } finally {
      await server.command('ACL', 'SETUSER', 'default', '+@scripting');
    }
  });

  it('does so for a client of ioredis that puts a prefix before its keys', async () => {
    await holds(redisStore(ioRedisLike(server.command, 'app:')), 'ack:prefixed', 'app:');
  });

  it.each(Object.entries(SHAPES))('needs no command but those that it names, by a client of %s', async (name, clientOf) => {
    await server.command('ACL', 'SETUSER', 'default', '-pexpire');
    try {
      await holds(redisStore(clientOf(server.command)), `ack:named:${name}`);
    } finally {
      await server.command('ACL', 'SETUSER', 'default', '+pexpire');
    }
  });

  it.each(REFUSED_IN_SCRIPT)('does so after a look where a script may not do it: %s', async (message) => {
    await holds(redisStore({ ...nodeRedisLike(server.command), eval: () => Promise.reject(new Error(message)) }), 'ack:refused');
  });

  it('does so after a look with a client that has no eval', async () => {
    const { eval: _, ...client } = nodeRedisLike(server.command);
    await holds(redisStore(client), 'ack:plain');
  });

  it('passes on any other failure of a script', async () => {
    const store = redisStore({ ...nodeRedisLike(server.command), eval: () => Promise.reject(new Error('Socket closed unexpectedly')) });
    await expect(store.deleteIf?.('ack:key', 'ours')).rejects.toThrow('Socket closed');
  });
});

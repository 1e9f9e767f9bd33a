import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redisStore } from '../../src/server/index.js';
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
});

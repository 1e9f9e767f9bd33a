import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { redisStore, type Store } from '../../src/server/index.js';
import { createBrowser, errorOf } from './harness.js';
import { hasRedis, ioRedisLike, nodeRedisLike, type RedisServer, startRedis } from './redisServer.js';
import { callbackOf, complete, createWorld, REFUSED_STRIPE, STRIPE, started } from './world.js';

describe.skipIf(!hasRedis)('two instances that share a real redis-server', () => {
  let server: RedisServer;
  let one: Store;
  let other: Store;
  beforeAll(async () => {
    server = await startRedis();
    one = redisStore(nodeRedisLike(server.command));
    other = redisStore(ioRedisLike(server.command));
  });
  // The sandboxes of two tests give the same ids.
  beforeEach(() => server.command('FLUSHALL'));
  afterAll(() => server.stop());

  it('create once for one key, and refuse another body on whichever it meets', async () => {
    const { browser, another, sandbox } = createWorld({ handler: { store: one } });
    const elsewhere = createBrowser(another({ store: other }).handler, 'ada');
    const headers = { 'idempotency-key': 'shared' };
    const send = (from = browser('ada'), body: object = STRIPE) => from.call('POST', '/connectors', { body, headers });
    const answers = await Promise.all([send(), send(elsewhere), send(), send(elsewhere)].map(async (answer) => (await answer).json()));
    expect(new Set(answers.map(({ connector }) => connector.id)).size).toBe(1);
    expect(sandbox.connectors('ada')).toHaveLength(1);
    expect((await errorOf(await send(elsewhere, REFUSED_STRIPE))).code).toBe('idempotency_key_reused');
  });

  it.each(['current', 'seed'] as const)('complete a sign-in once (%s generation)', async (generation) => {
    const told: string[] = [];
    const handler = { onConnected: ({ connector }: { connector: { id: string } }) => void told.push(connector.id) };
    const { browser, another, sandbox } = createWorld({ generation, handler: { ...handler, store: one } });
    const ada = browser('ada');
    const callback = callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'approve'));
    const elsewhere = createBrowser(another({ store: other }).handler, 'ada');
    elsewhere.cookies = new Map(ada.cookies);
    const outcomes = await Promise.all([complete(ada, callback), complete(elsewhere, callback)].map(async (answer) => (await answer).json()));
    expect(outcomes[0]).toMatchObject({ status: 'connected' });
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(sandbox.connectors('ada')).toHaveLength(1);
    expect(told).toHaveLength(1);
  });
});

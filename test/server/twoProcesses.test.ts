import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { status } from '../../src/sandbox/index.js';
import { createBrowser, errorOf } from './harness.js';
import { hasRedis, type RedisServer, startRedis } from './redisServer.js';
import { startTwoProcesses } from './twoProcesses.js';
import { callbackOf, complete, created, REFUSED_STRIPE, STRIPE, started } from './world.js';

type Two = Awaited<ReturnType<typeof startTwoProcesses>>;
const OPERATION = { match: { operationId: 'listConnectors' } };
const KEY = { 'idempotency-key': '"one"' };
const browserOf = ({ base }: Two, user = 'ada') => createBrowser(fetch, user, base);
const tokenCalls = ({ sandbox }: Two) => sandbox.requests.filter(({ operationId }) => operationId === 'createAgentAccessToken').length;
const json = async (answer: Promise<Response>) => (await answer).json();
const six = <T>(work: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 6 }, work));

describe.skipIf(!hasRedis)('two processes behind one address that share a redis-server', () => {
  let redis: RedisServer;
  let two: Two;
  beforeAll(async () => {
    redis = await startRedis();
    two = await startTwoProcesses(redis.socketPath);
  }, 60_000);
  afterEach(async () => {
    two.sandbox.reset();
    await redis.command('FLUSHALL');
  });
  afterAll(async () => {
    await two.stop();
    await redis.stop();
  });

  it('create once for one key, whichever it meets, and refuse another body', async () => {
    const ada = browserOf(two);
    const answers = await six(() => json(ada.call('POST', '/connectors', { body: STRIPE, headers: KEY })));
    expect(new Set(answers.map(({ connector }) => connector.id)).size).toBe(1);
    expect(two.sandbox.connectors('ada')).toHaveLength(1);
    for (const _ of [1, 2]) {
      expect((await errorOf(await ada.call('POST', '/connectors', { body: REFUSED_STRIPE, headers: KEY }))).code).toBe('idempotency_key_reused');
    }
  });

  it('complete a sign-in once, and tell the host once', async () => {
    const ada = browserOf(two);
    const callback = callbackOf(two.sandbox.decideConsent((await started(ada)).consentUrl, 'approve'));
    const cookies = new Map(ada.cookies);
    const outcomes = await six(() => json(complete(Object.assign(browserOf(two), { cookies: new Map(cookies) }), callback)));
    expect(outcomes[0]).toMatchObject({ status: 'connected' });
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(two.sandbox.connectors('ada')).toHaveLength(1);
    expect(two.told().filter((id) => id === outcomes[0].connector.id)).toHaveLength(1);
  });

  it('renew a refused token by themselves: everybody is answered, and each asks once', async () => {
    const ada = browserOf(two);
    await six(() => ada.call('GET', '/connectors'));
    const before = tokenCalls(two);
    two.sandbox.addFault(status(401, { ...OPERATION, times: 1 }));
    two.sandbox.addFault(status(401, { ...OPERATION, times: 1 }));
    const answers = await six(() => ada.call('GET', '/connectors'));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 6 }, () => 200));
    expect(tokenCalls(two) - before).toBeLessThanOrEqual(2);
    expect(tokenCalls(two)).toBeGreaterThan(before);
  });
});

describe('two processes behind one address without a shared store', () => {
  let two: Two;
  beforeAll(async () => {
    two = await startTwoProcesses();
  }, 60_000);
  afterEach(() => two.sandbox.reset());
  afterAll(() => two.stop());

  it('finish a sign-in on the one that did not start it, and repeat its outcome on the other', async () => {
    const ada = browserOf(two);
    const { attemptId, consentUrl } = await started(ada);
    const callback = callbackOf(two.sandbox.decideConsent(consentUrl, 'approve'));
    const outcome = await json(complete(ada, callback));
    expect(outcome).toMatchObject({ status: 'connected' });
    for (const _ of [1, 2]) expect(await json(complete(ada, callback))).toEqual(outcome);
    for (const _ of [1, 2]) expect(await json(ada.call('GET', `/attempts/${attemptId}`))).toEqual(outcome);
    expect(two.sandbox.connectors('ada')).toHaveLength(1);
    expect(two.told().filter((id) => id === outcome.connector.id)).toHaveLength(1);
  });

  it('may create again where a repeat meets the other, as the documents say', async () => {
    const ada = browserOf(two);
    const create = async () => (await json(ada.call('POST', '/connectors', { body: STRIPE, headers: KEY }))).connector.id;
    const [first, second, third, fourth] = [await create(), await create(), await create(), await create()];
    expect([third, fourth]).toEqual([first, second]);
    expect(new Set(two.sandbox.connectors('ada').map(({ id }) => id))).toEqual(new Set([first, second]));
  });

  it('list what either has created', async () => {
    const ada = browserOf(two);
    const id = await created(ada);
    for (const _ of [1, 2]) expect(await json(ada.call('GET', '/connectors'))).toMatchObject({ connectors: [{ id }] });
  });
});

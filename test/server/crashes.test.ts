import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStore, redisStore, type Store } from '../../src/server/index.js';
import { createBrowser, type createClock } from './harness.js';
import { killedAt } from './killed.js';
import { hasRedis, nodeRedisLike, type RedisServer, startRedis } from './redisServer.js';
import { callbackOf, complete, created, createWorld, STRIPE, started } from './world.js';

/** Longer than a lease lives. */
const RESTART_MS = 31_000;
const KEY = { 'idempotency-key': '"9f3c"' };
const MAX_STEPS = 60;

type Generation = 'current' | 'seed';

/** An empty store that outlives its process. `elapse` lets its keys live that much less, in milliseconds. */
type NewStore = (clock: ReturnType<typeof createClock>) => Promise<{ store: Store; elapse: (ms: number) => Promise<void> }>;

interface Death {
  generation: Generation;
  step: number;
  when: 'before' | 'after';
}

/** A world whose store outlives its process, and a process that dies. */
async function createMortal(newStore: NewStore, { generation, step, when }: Death) {
  const world = createWorld({ generation });
  const { store, elapse } = await newStore(world.clock);
  const killed = killedAt(step, when);
  const told: string[] = [];
  const doomed = world.another({
    store: killed.store(store),
    fetch: killed.fetch(world.sandbox.fetch),
    onConnected: ({ connector }) => killed.host(() => told.push(connector.id)),
  });
  const restarted = world.another({ store, onConnected: ({ connector }) => void told.push(connector.id) });
  const pass = async (ms: number) => {
    world.clock.advance(ms);
    await elapse(ms);
  };
  return { ...world, killed, told, doomed, restarted, pass };
}

type Mortal = Awaited<ReturnType<typeof createMortal>>;

/** Runs until it has answered or the process is dead: null then. */
const untilEnd = ({ killed }: Mortal, work: Promise<Response>): Promise<Response | null> => Promise.race([work, killed.gone.then(() => null)]);

/** The person tries again, as a client does that is told how long to wait. */
async function retried({ pass }: Mortal, send: () => Promise<Response>): Promise<Response> {
  await pass(RESTART_MS);
  let answer = await send();
  for (let repeat = 0; repeat < 5 && answer.status === 503; repeat += 1) {
    await pass(Number(answer.headers.get('retry-after')) * 1000);
    answer = await send();
  }
  return answer;
}

const WAYS = (['current', 'seed'] as const).flatMap((generation) => (['before', 'after'] as const).map((when) => [generation, when] as const));

function describeKills(newStore: NewStore): void {
  describe.each(WAYS)('a backend of the %s generation that is killed %s each step', (generation, when) => {
    it('of a create: the retry has one connector, and the person sees it', async () => {
      let steps = 0;
      for (let step = 1; step <= MAX_STEPS; step += 1) {
        const mortal = await createMortal(newStore, { generation, step, when });
        const create = (handler: (request: Request) => Promise<Response>) =>
          createBrowser(handler, 'ada').call('POST', '/connectors', { body: STRIPE, headers: KEY });
        if ((await untilEnd(mortal, create(mortal.doomed.handler))) !== null) break;
        steps = step;
        const answer = await retried(mortal, () => create(mortal.restarted.handler));
        const { connector } = await answer.json();
        const where = `step ${step}`;
        expect(answer.status, where).toBe(201);
        expect(
          mortal.sandbox.connectors('ada').map(({ id }) => id),
          where,
        ).toEqual([connector.id]);
        expect(new Set(mortal.told), where).toEqual(new Set([connector.id]));
        const { connectors } = await (await createBrowser(mortal.restarted.handler, 'ada').call('GET', '/connectors')).json();
        expect(connectors, where).toMatchObject([{ id: connector.id }]);
      }
      expect(steps).toBeGreaterThan(12);
      expect(steps).toBeLessThan(MAX_STEPS);
    });

    it('of a completion: the repeated callback has one connector, and the person sees it', async () => {
      let steps = 0;
      for (let step = 1; step <= MAX_STEPS; step += 1) {
        const mortal = await createMortal(newStore, { generation, step, when });
        const ada = createBrowser(mortal.restarted.handler, 'ada');
        const callback = callbackOf(mortal.sandbox.decideConsent((await started(ada)).consentUrl, 'approve'));
        const page = createBrowser(mortal.doomed.handler, 'ada');
        page.cookies = new Map(ada.cookies);
        if ((await untilEnd(mortal, complete(page, callback))) !== null) break;
        steps = step;
        const outcome = await (await retried(mortal, () => complete(ada, callback))).json();
        const where = `step ${step}`;
        expect(outcome, where).toMatchObject({ status: 'connected' });
        expect(
          mortal.sandbox.connectors('ada').map(({ id }) => id),
          where,
        ).toEqual([outcome.connector.id]);
        expect(new Set(mortal.told), where).toEqual(new Set([outcome.connector.id]));
      }
      expect(steps).toBeGreaterThan(8);
      expect(steps).toBeLessThan(MAX_STEPS);
    });

    it('of a replacement: the retry has the new connector alone, under the old name', async () => {
      let steps = 0;
      for (let step = 1; step <= MAX_STEPS; step += 1) {
        const mortal = await createMortal(newStore, { generation, step, when });
        const ada = createBrowser(mortal.restarted.handler, 'ada');
        const old = await created(ada, { ...STRIPE, name: 'Payments' });
        const { definition: _, ...body } = STRIPE;
        const replace = (handler: (request: Request) => Promise<Response>) =>
          createBrowser(handler, 'ada').call('POST', `/connectors/${old}/credentials`, { body, headers: KEY });
        if ((await untilEnd(mortal, replace(mortal.doomed.handler))) !== null) break;
        steps = step;
        const { connector, replaces } = await (await retried(mortal, () => replace(mortal.restarted.handler))).json();
        const where = `step ${step}`;
        expect(replaces, where).toBe(old);
        await mortal.pass(1_000);
        expect(mortal.sandbox.connectors('ada'), where).toMatchObject([{ id: connector.id, name: 'Payments' }]);
        expect(connector.id, where).not.toBe(old);
      }
      expect(steps).toBeGreaterThan(15);
      expect(steps).toBeLessThan(MAX_STEPS);
    });
  });
}

describe('with a store in memory', () => describeKills(async (clock) => ({ store: memoryStore(clock), elapse: async () => undefined })));

describe.skipIf(!hasRedis)('with a store in a real redis-server', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  describeKills(async () => {
    // The sandboxes of two tests give the same ids.
    await redis.command('FLUSHALL');
    return { store: redisStore(nodeRedisLike(redis.command)), elapse: redis.elapse };
  });
});

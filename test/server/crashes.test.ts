import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/server/index.js';
import { createBrowser } from './harness.js';
import { killedAt } from './killed.js';
import { callbackOf, complete, created, createWorld, STRIPE, started } from './world.js';

/** Longer than a lease lives. */
const RESTART_MS = 31_000;
const KEY = { 'idempotency-key': '"9f3c"' };
const MAX_STEPS = 60;

/** A world whose store outlives its process, and a process that dies. */
function createMortal(generation: 'current' | 'seed', step: number, when: 'before' | 'after') {
  const world = createWorld({ generation });
  const store = memoryStore(world.clock);
  const killed = killedAt(step, when);
  const told: string[] = [];
  const doomed = world.another({
    store: killed.store(store),
    fetch: killed.fetch(world.sandbox.fetch),
    onConnected: ({ connector }) => killed.host(() => told.push(connector.id)),
  });
  const restarted = world.another({ store, onConnected: ({ connector }) => void told.push(connector.id) });
  return { ...world, killed, told, doomed, restarted };
}

/** Runs until it has answered or the process is dead. */
async function untilEnd(mortal: ReturnType<typeof createMortal>, work: Promise<Response>): Promise<Response | null> {
  const dead = (async () => {
    while (!mortal.killed.isDead()) await new Promise((resolve) => setImmediate(resolve));
    // What the last step has set off comes to its effect.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return null;
  })();
  return Promise.race([work, dead]);
}

/** The person tries again, as a client does that is told how long to wait. */
async function retried({ clock }: ReturnType<typeof createMortal>, send: () => Promise<Response>): Promise<Response> {
  clock.advance(RESTART_MS);
  let answer = await send();
  for (let repeat = 0; repeat < 5 && answer.status === 503; repeat += 1) {
    clock.advance(Number(answer.headers.get('retry-after')) * 1000);
    answer = await send();
  }
  return answer;
}

const WAYS = (['current', 'seed'] as const).flatMap((generation) => (['before', 'after'] as const).map((when) => [generation, when] as const));

describe.each(WAYS)('a backend of the %s generation that is killed %s each step', (generation, when) => {
  it('of a create: the retry has one connector, and the person sees it', async () => {
    let steps = 0;
    for (let step = 1; step <= MAX_STEPS; step += 1) {
      const mortal = createMortal(generation, step, when);
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
      const mortal = createMortal(generation, step, when);
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
      const mortal = createMortal(generation, step, when);
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
      mortal.clock.advance(1_000);
      expect(mortal.sandbox.connectors('ada'), where).toMatchObject([{ id: connector.id, name: 'Payments' }]);
      expect(connector.id, where).not.toBe(old);
    }
    expect(steps).toBeGreaterThan(15);
    expect(steps).toBeLessThan(MAX_STEPS);
  });
});

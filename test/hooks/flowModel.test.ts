import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ATTEMPT_MS, MARK } from './model/fakeBackend.js';
import { createFakePage, type FakePage } from './model/fakePage.js';
import { happen, turn } from './model/flowSteps.js';
import { createFlowWorld, type FlowWorld, TYPED } from './model/flowWorld.js';
import { createRandom, type Random } from './model/random.js';

const SEQUENCES = 10_000;
const LENGTH = 20;
const WAITS = ['loading', 'submitting', 'checking', 'authorising'];
const live: { page: FakePage } = { page: createFakePage() };

beforeAll(() => live.page.install());
afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** All answers come, and every attempt's time passes. */
async function quieten({ backend, mode, page }: FlowWorld): Promise<void> {
  mode.held = false;
  for (let round = 0; round < 8; round++) {
    for (const call of [...backend.held]) call.answer();
    await turn();
  }
  await page.advance(ATTEMPT_MS + 12_000, turn);
}

/** What a person does next in each step, other than closing. */
function goOn({ flow, state }: FlowWorld): void {
  const { actions } = flow;
  const now = state();
  if (now.step === 'idle') actions.ensureOpen({});
  else if (now.step === 'picking') actions.pick('def-stripe');
  else if (now.step === 'choosingMethod') actions.chooseMethod('apiKey');
  else if (now.step === 'configuring' && now.method.kind === 'key') actions.submit(TYPED);
  else if (now.step === 'configuring') actions.authorise(TYPED);
  else if (now.step === 'failed') actions.retry();
  else if (now.step === 'connected' || now.step === 'unverified') actions.connectAnother();
  else actions.back();
}

/** Holds after every event. Plain conditions: there are many. */
function mustHold({ unsettled, visible, page, backend, submitted, unshown }: FlowWorld): void {
  if (unshown.length > 0) throw new Error('A connector was connected behind the screens.');
  if (unsettled() > 1) throw new Error('Two promises of connect() wait.');
  if (visible().includes(MARK)) throw new Error('A secret is in the state, an event or the cache.');
  if ([...page.stored.values()].some((value) => value.includes(`${MARK}-typed`))) throw new Error('A secret that was typed is in storage.');
  if (backend.madeByKey.length > submitted) throw new Error('A connector was created that nobody asked for.');
}

/** Holds at the end, when everything has answered. */
async function mustEnd(world: FlowWorld): Promise<void> {
  if (world.away !== null) world.comeBack('back');
  await quieten(world);
  expect(WAITS, 'nothing waits for ever').not.toContain(world.state().step);
  world.mode.blocked = true;
  const before = world.state().step;
  goOn(world);
  expect(world.state().step, `a way on from ${before}`).not.toBe(before);
  await quieten(world);
  world.flow.dispose();
  await quieten(world);
  expect([world.unsettled(), world.state().step], 'connect() has settled').toEqual([0, 'idle']);
  expect(
    [...world.page.stored.keys()].filter((key) => world.page.stored.get(key)?.includes(MARK)),
    'no ticket, state or parameter in storage',
  ).toEqual([]);
  expect(world.page.leftovers(), 'nothing listens').toEqual({ listeners: [], channels: [], intervals: 0 });
  expect(
    world.consents.filter(({ closed, attemptId }) => !closed && attemptId === ''),
    'no blank window',
  ).toEqual([]);
  const announced = new Set(world.events.flatMap((event) => (event.type === 'connected' ? [event.connector.id] : [])));
  const halfMade = world.backend.madeByKey.filter((id) => world.backend.connectors.has(id) && !announced.has(id));
  expect(halfMade, 'connectors that nobody was told of').toEqual([]);
}

async function run(seed: number, random: Random, seen: Set<string>): Promise<void> {
  const { page } = live;
  page.die();
  page.stored.clear();
  const world = createFlowWorld(page, random);
  const log: string[] = [];
  try {
    for (let index = 0; index < LENGTH; index++) {
      log.push(`${await happen(world, random)} -> ${world.away === null ? world.state().step : 'away'}`);
      seen.add(world.state().step);
      mustHold(world);
    }
    log.push('the end');
    await mustEnd(world);
  } catch (cause) {
    throw new Error(`Sequence ${seed}: ${log.join(', ')}`, { cause });
  }
}

describe('the flow, whatever happens', () => {
  it(`is never stuck, creates nothing twice, leaves no secret and settles connect(), in ${SEQUENCES} random sequences`, { timeout: 120_000 }, async () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= SEQUENCES; seed++) await run(seed, createRandom(seed), seen);
    expect([...seen].sort()).toEqual(
      ['authorising', 'checking', 'choosingMethod', 'configuring', 'connected', 'failed', 'idle', 'loading', 'picking', 'submitting', 'unverified'].sort(),
    );
  });
});

import type { ConnectErrorCode } from '../../../src/core/index.js';
import { ATTEMPT_MS, DEFINITIONS } from './fakeBackend.js';
import { type FlowWorld, TYPED } from './flowWorld.js';
import type { Random } from './random.js';

const FAULTS: readonly ConnectErrorCode[] = ['network_unavailable', 'upstream_unavailable', 'definition_not_enabled', 'session_missing', 'internal'];
type Step = (world: FlowWorld, random: Random) => void | Promise<void>;

/** One turn of the event loop: whatever could go on has gone on. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What can happen, to a person, a browser, a network or another tab. */
export const STEPS: Readonly<Record<string, Step>> = {
  connect: (world, random) => world.connect({ definition: random.pick(DEFINITIONS).slug }),
  connectByPicker: (world) => world.connect({}),
  reconnect: (world, random) => {
    const connectors = [...world.backend.connectors.values()];
    if (connectors.length > 0) world.connect({ reconnect: random.pick(connectors) });
  },
  pick: ({ flow }, random) => flow.actions.pick(random.pick(DEFINITIONS).id),
  chooseMethod: ({ flow }, random) => flow.actions.chooseMethod(random.pick(['oauth2', 'apiKey'])),
  submit: (world) => world.submit(),
  submitTwice: (world) => {
    world.submit();
    world.submit();
  },
  authorise: ({ flow }) => flow.actions.authorise(TYPED),
  authoriseTwice: ({ flow }) => {
    flow.actions.authorise(TYPED);
    flow.actions.authorise(TYPED);
  },
  showWindow: ({ flow }) => flow.actions.showWindow(),
  reopen: ({ flow }) => flow.actions.reopen(),
  continueInTab: ({ flow }) => flow.actions.continueInTab(),
  back: ({ flow }) => flow.actions.back(),
  retry: ({ flow }) => flow.actions.retry(),
  connectAnother: ({ flow }) => flow.actions.connectAnother(),
  close: ({ flow }) => flow.actions.close(),
  remount: (world) => world.remount(),
  block: ({ mode }, random) => {
    mode.blocked = random.chance(0.5);
    mode.leaves = random.chance(0.7);
  },
  closeWindow: ({ consents }, random) => {
    if (consents.length > 0) random.pick(consents).closed = true;
  },
  decide: (world, random) => {
    if (world.consents.length > 0) world.decide(random.pick(world.consents), random.chance(0.8));
  },
  decideByLink: (world, random) => {
    const { consentUrl } = world.flow.getSnapshot();
    if (consentUrl !== undefined) world.decide({ attemptId: new URL(consentUrl).searchParams.get('attempt') ?? '' }, random.chance(0.8));
  },
  forge: (world, random) => {
    const [attemptId = 'attempt-of-nobody-1'] = world.backend.attempts.keys();
    const forged = { type: 'ack:params', attemptId, state: `${attemptId}.${'f'.repeat(43)}`, params: { secret_id: 'forged' } };
    world.page.say(random.pick([forged, { type: 'ack:outcome', attemptId, outcome: 'connected' }]), random.pick(['channel', 'message']));
  },
  otherTab: ({ backend }, random) => {
    const { id } = random.pick(DEFINITIONS);
    for (const attempt of backend.attempts.values())
      if (attempt.definition.id === id && attempt.outcome.status === 'pending') attempt.outcome = { status: 'failed', error: { code: 'attempt_replaced' } };
  },
  focus: ({ page }) => page.focus(),
  answer: ({ backend }, random) => {
    if (backend.held.length > 0) random.pick(backend.held).answer();
  },
  answerAll: ({ backend }) => {
    for (const call of [...backend.held]) call.answer();
  },
  fault: ({ backend }, random) => {
    if (backend.held.length > 0) random.pick(backend.held).answer(random.pick(FAULTS));
  },
  wait: (world, random) => world.page.advance(random.pick([200, 1_000, 6_000]), turn),
  waitLong: (world) => world.page.advance(ATTEMPT_MS + 1_000, turn),
};

/** Some happen more often than others: a sequence should get somewhere. */
const WEIGHTS: Readonly<Record<string, number>> = { connect: 3, chooseMethod: 2, submit: 4, authorise: 5, decide: 5, answer: 8, answerAll: 6, wait: 5 };
const NAMES = Object.keys(STEPS).flatMap((name) => Array<string>(WEIGHTS[name] ?? 1).fill(name));

/** The next thing that happens. A tab that has left can only come back. */
export async function happen(world: FlowWorld, random: Random): Promise<string> {
  if (world.away !== null) {
    const decision = random.pick(['approved', 'denied', 'handler', 'back'] as const);
    world.comeBack(decision);
    await turn();
    return `comeBack ${decision}`;
  }
  const name = random.pick(NAMES);
  await STEPS[name]?.(world, random);
  await turn();
  return name;
}

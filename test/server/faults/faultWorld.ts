import { type AirbytePattern, connectors, instances, sources, templates } from '../../../src/airbyte/index.js';
import { contractCallOf } from '../../../src/sandbox/contractCalls.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js';
import { type ConnectHandlerOptions, memoryStore } from '../../../src/server/index.js';
import { workspaceStore } from '../../airbyte/workspaceStore.js';
import { createFakeTime } from '../fakeTime.js';
import { type Browser, createBrowser, type MadeHandler, makeHandler } from '../harness.js';
import { callbackOf, created, HOSTS, started, ZENDESK } from '../world.js';
import { type FaultName, PLAYED } from './faults.js';

/** The patterns, each in the generations that it has. */
export const VARIANTS = {
  'connectors, current': () => connectors(),
  'connectors, seed': () => connectors({ generation: 'seed' }),
  instances: () => instances(),
  sources: () => sources({ workspaces: workspaceStore() }),
  'templates, current': () => templates(),
  'templates, seed': () => templates({ generation: 'seed' }),
} satisfies Record<string, () => AirbytePattern>;
export type VariantName = keyof typeof VARIANTS;
export const VARIANT_NAMES = Object.keys(VARIANTS) as VariantName[]; // SAFETY: these are its keys.

export const KEY = {
  definition: 'zendesk-support',
  method: 'zendeskAPIToken',
  values: { environment: { subdomain: 'acme' }, credentials: { email: 'a@b.example', api_token: 't' } },
};

/** What was done before anything went wrong. */
export interface Prepared {
  /** A connector of Ada's. */
  id: string;
  /** What the callback page of a sign-in that Ada agreed to would send; for calls that complete one. */
  callback: { state: string; params: object };
}

/** One call, by Ada's browser or by the host itself. */
export interface Asking {
  ada: Browser;
  api: MadeHandler['handler']['api'];
  prepared: Prepared;
}

/** One Airbyte with one connector of Ada's, and handlers that come to it afresh, over one store. */
export interface FaultWorld {
  /** Upstream calls of a run without a fault, in their order and each once. */
  calls(ask: (asking: Asking) => Promise<unknown>, options?: PlayOptions): Promise<string[]>;
  /** The same with one of them going wrong: what came of it, and how often that one was asked. */
  play<T>(ask: (asking: Asking) => Promise<T>, wrong: { upstream: string; fault: FaultName }, options?: PlayOptions): Promise<Played<T>>;
}

export interface PlayOptions {
  /** A sign-in is begun and agreed to. @default false */
  consent?: boolean;
  /** Where the handler is another. */
  handler?: Partial<ConnectHandlerOptions>;
}

export interface Played<T> {
  result: T | { thrown: unknown };
  asked: number;
  events: MadeHandler['events'];
}

export async function openFaultWorld(variant: VariantName): Promise<FaultWorld> {
  const time = createFakeTime(Date.UTC(2026, 0, 1));
  const sandbox = createSandbox({ now: time.now });
  const wire = createWire(sandbox);
  const options: Partial<ConnectHandlerOptions> = {
    fetch: wire.fetch,
    now: time.now,
    hosts: HOSTS,
    pattern: VARIANTS[variant](),
    store: memoryStore({ now: time.now }),
    tokenEndpoint: true,
    rateLimit: false,
  };
  const id = await created(createBrowser(makeHandler(options).handler, 'ada'), KEY);

  async function run<T>(ask: (asking: Asking) => Promise<T>, { consent = false, handler }: PlayOptions, wrong: Wrong | null): Promise<Played<T>> {
    // Tokens and what is remembered of definitions are fetched for the sign-in: a handler that comes afresh shows every call.
    const before = createBrowser(makeHandler(options).handler, 'ada');
    const callback = consent ? await agreed(before, sandbox) : { state: '', params: {} };
    const fresh = makeHandler({ ...options, ...handler });
    const asking = { ada: withHandler(before, fresh), api: fresh.handler.api, prepared: { id, callback } };
    wire.arm(wrong);
    time.start();
    try {
      const result = await ask(asking).catch((thrown: unknown) => ({ thrown }));
      return { result, asked: wire.asked(), events: fresh.events };
    } finally {
      time.stop();
      wire.mend();
    }
  }

  return {
    async calls(ask, playOptions = {}) {
      await run(ask, playOptions, null);
      return wire.seen();
    },
    play: (ask, wrong, playOptions = {}) => run(ask, playOptions, wrong),
  };
}

async function agreed(ada: Browser, sandbox: Sandbox): Promise<Prepared['callback']> {
  return callbackOf(sandbox.decideConsent((await started(ada, ZENDESK)).consentUrl, 'approve'));
}

/** The same browser, whose backend was started again. */
function withHandler({ user, cookies }: Browser, { handler }: MadeHandler): Browser {
  const browser = createBrowser(handler, user);
  for (const [name, value] of cookies) browser.cookies.set(name, value);
  return browser;
}

interface Wrong {
  upstream: string;
  fault: FaultName;
}

/** The way to Airbyte, on which one call can be made to go wrong. */
function createWire(sandbox: Sandbox) {
  let wrong: Wrong | null = null;
  let asked = 0;
  const seen = new Set<string>();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const operation = contractCallOf(init?.method ?? 'GET', new URL(String(input)).pathname)?.operationId ?? 'none';
    seen.add(operation);
    if (wrong === null || operation !== wrong.upstream) return pending(operation, await sandbox.fetch(input, init));
    asked += 1;
    return PLAYED[wrong.fault](input, init);
  };
  return {
    fetch,
    arm(next: Wrong | null): void {
      seen.clear();
      wrong = next;
      asked = 0;
    },
    mend(): void {
      wrong = null;
    },
    asked: () => asked,
    seen: () => [...seen],
  };
}

/** A connector's check that tells no verdict at once, so that its status is asked too. */
const pending = async (operation: string, answer: Response): Promise<Response> =>
  operation === 'checkConnectorUpdate' && answer.ok ? Response.json({ id: (await answer.json()).id }) : answer;

import { builtInCatalog, type Catalog } from '../catalog/index.js';
import type { JsonObject } from '../core/index.js';
import { createApiApp, type UnknownCall } from './apiApp.js';
import { connectorsOf } from './calls/connectorStore.js';
import { type ConsentMode, createConsentApp } from './consent/consentApp.js';
import { type ConsentDecision, decide } from './consent/decide.js';
import { createFaultRules, type Fault } from './faults.js';
import { createRequestLog, type RecordedRequest } from './record.js';
import { uuidFrom } from './seeded.js';
import { createState } from './state.js';
import { createTokenOffice } from './tokens.js';
import { isoTime, type World } from './world.js';

export interface SandboxOptions {
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined;
  /** Another seed gives other ids and records. @default 1 */
  seed?: number | undefined;
  /** What goes wrong. @default nothing */
  faults?: readonly Fault[] | undefined;
  /** Where the consent page is served. Only https and loopback are opened by the kit. @default 'https://consent.sandbox.test' */
  consentOrigin?: string | undefined;
  /** Its path, for a static page in a story. @default '/consent' */
  consentPath?: string | undefined;
  /** How the consent page behaves. @default 'plain' */
  consentMode?: ConsentMode | undefined;
  /** @default one made from the seed */
  organizationId?: string | undefined;
  /** Milliseconds for which a removed connector stays in the list. @default 500 */
  deleteDelay?: number | undefined;
  /** @default the kit's own */
  catalog?: Catalog | undefined;
  /** Told of each call that the sandbox does not answer. */
  onUnknownCall?: ((call: UnknownCall) => void) | undefined;
}

/** A connector as a test wants to see it. */
export interface SandboxConnector {
  id: string;
  name: string;
  workspaceName: string;
  definition: { id: string; slug: string; name: string };
  credentials: JsonObject;
  environment: JsonObject;
  replicationConfig: JsonObject;
  createdAt: string;
}

export interface Sandbox {
  /** Answers like Airbyte's hosts; a drop-in for `fetch`. Rejects when its signal is aborted. */
  fetch: typeof fetch;
  /** The consent page, to be served on another site. */
  consentFetch: (request: Request) => Promise<Response>;
  /**
   * Decides a consent without its page.
   * @returns where Airbyte sends the browser
   * @throws {TypeError} for an address that no sign-in was started with
   */
  decideConsent(consentUrl: string, decision: ConsentDecision): string;
  setConsentMode(mode: ConsentMode): void;
  addFault(fault: Fault): void;
  /** What is there, less what is being removed; of one workspace or of all. */
  connectors(workspaceName?: string): SandboxConnector[];
  /** Newest last. */
  readonly requests: readonly RecordedRequest[];
  /** Calls that the sandbox did not answer: none in a test that passes. */
  readonly unknownCalls: readonly UnknownCall[];
  /** Forgets everything, and arms the faults of the options again. Application tokens stay valid. */
  reset(): void;
}

/**
 * An Airbyte in memory, for the demo, stories and tests: the agent engine, the public API and the self-managed API on one origin.
 * @example const sandbox = createSandbox({ faults: [rateLimit({ retryAfter: 1, times: 1 })] });
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { now = Date.now, seed = 1, consentOrigin = 'https://consent.sandbox.test', consentPath = '/consent' } = options;
  const organizationId = options.organizationId ?? uuidFrom(`${seed}:organization`);
  const state = createState(seed);
  const tokens = createTokenOffice({ state, now, organizationId });
  const consentPage = new URL(consentPath, consentOrigin).href;
  const world: World = { state, tokens, now, seed, organizationId, consentPage, catalog: options.catalog ?? builtInCatalog, deleteDelay: options.deleteDelay ?? 500 };
  const faults = createFaultRules(options.faults ?? []);
  const log = createRequestLog();
  const unknownCalls: UnknownCall[] = [];
  let mode: ConsentMode = options.consentMode ?? 'plain';
  const api = createApiApp({
    world,
    faults,
    log,
    onUnknownCall: (call) => {
      unknownCalls.push(call);
      options.onUnknownCall?.(call);
    },
  });
  const consent = createConsentApp({ world, faults, mode: () => mode });
  return {
    fetch: abortable(async (request) => api.fetch(request)),
    consentFetch: async (request) => consent.fetch(request),
    decideConsent(consentUrl, decision) {
      const session = state.sessions.get(new URL(consentUrl).searchParams.get('session') ?? '');
      if (!session) throw new TypeError('No sign-in was started with this consent URL.');
      const automatic = faults.takeConsent();
      if (automatic === 'expire') session.expiresAt = now();
      return decide(world, session, automatic === null || automatic === 'expire' ? decision : automatic);
    },
    setConsentMode: (next) => {
      mode = next;
    },
    addFault: faults.add,
    connectors: (workspaceName) => inspect(world, workspaceName),
    requests: log.entries,
    unknownCalls,
    reset() {
      state.clear();
      faults.reset();
      log.clear();
      unknownCalls.length = 0;
      mode = options.consentMode ?? 'plain';
    },
  };
}

/** `fetch` over a handler: an aborted signal rejects, whatever the handler is doing. */
function abortable(handle: (request: Request) => Promise<Response>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const aborted = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    return Promise.race([handle(request), aborted]);
  };
}

function inspect(world: World, workspaceName: string | undefined): SandboxConnector[] {
  return [...world.state.workspaces.values()]
    .filter(({ name }) => workspaceName === undefined || name === workspaceName)
    .flatMap(({ id }) => connectorsOf(world, id))
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ id, name, workspace, definition, credentials, environment, replicationConfig, createdAt }) => ({
      id,
      name,
      workspaceName: workspace.name,
      definition: { id: definition.id, slug: definition.slug, name: definition.name },
      credentials,
      environment,
      replicationConfig,
      createdAt: isoTime(createdAt),
    }));
}

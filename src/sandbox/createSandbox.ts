import { builtInCatalog } from '../catalog/index.js';
import { createApiApp, type UnknownCall } from './apiApp.js';
import { connectorsOf } from './calls/connectorStore.js';
import { type ConsentMode, createConsentApp } from './consent/consentApp.js';
import { type ConsentDecision, decide } from './consent/decide.js';
import { createFaultRules, type FaultRules } from './faults.js';
import { withOwnDefinitions } from './ownDefinitions.js';
import { pageConnectApi } from './pageConnectApi.js';
import { createRequestLog } from './record.js';
import type { Sandbox, SandboxConnector, SandboxOptions } from './sandboxTypes.js';
import { uuidFrom } from './seeded.js';
import { createState } from './state.js';
import { createTokenOffice } from './tokens.js';
import { isoTime, type World } from './world.js';

/**
 * An Airbyte in memory, for the demo, stories and tests: the agent engine, the public API and the self-managed API on one origin.
 * @example const sandbox = createSandbox({ faults: [rateLimit({ retryAfter: 1, times: 1 })] });
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const world = createWorld(options);
  const { state, now } = world;
  const faults = createFaultRules(options.faults ?? []);
  const log = createRequestLog();
  const unknownCalls: UnknownCall[] = [];
  let mode: ConsentMode = options.consentMode ?? 'plain';
  const onUnknownCall = (call: UnknownCall) => {
    unknownCalls.push(call);
    options.onUnknownCall?.(call);
  };
  const api = createApiApp({ world, faults, log, onUnknownCall });
  const consent = createConsentApp({ world, faults, mode: () => mode });
  const fetch = abortable(async (request) => api.fetch(request));
  return {
    fetch,
    consentFetch: async (request) => consent.fetch(request),
    decideConsent: (consentUrl, decision) => decideWithoutPage(world, faults, consentUrl, decision),
    connectApi: (page) => pageConnectApi(page, { fetch, now, catalog: options.catalog ?? builtInCatalog }),
    setConsentMode: (next) => {
      mode = next;
    },
    addFault: faults.add,
    connectors: (workspaceName) => inspect(world, workspaceName),
    requests: log.entries,
    unknownCalls,
    reset() {
      for (const part of [state, log]) part.clear();
      faults.reset();
      unknownCalls.length = 0;
      mode = options.consentMode ?? 'plain';
    },
  };
}

function createWorld(options: SandboxOptions): World {
  const {
    now = Date.now,
    seed = 1,
    consentOrigin = 'https://consent.sandbox.test',
    consentPath = '/consent',
    deleteDelay = 500,
    definitions = [],
    strict = false,
    instanceIdle = Number.POSITIVE_INFINITY,
  } = options;
  const catalog = withOwnDefinitions(options.catalog ?? builtInCatalog, definitions);
  const organizationId = options.organizationId ?? uuidFrom(`${seed}:organization`);
  const state = createState(seed, now);
  const tokens = createTokenOffice({ state, now, organizationId });
  return { state, tokens, now, seed, organizationId, deleteDelay, catalog, strict, instanceIdle, consentPage: new URL(consentPath, consentOrigin).href };
}

function decideWithoutPage(world: World, faults: FaultRules, consentUrl: string, decision: ConsentDecision): string {
  const session = world.state.sessions.get(new URL(consentUrl).searchParams.get('session') ?? '');
  if (!session) throw new TypeError('No sign-in was started with this consent URL.');
  const automatic = faults.takeConsent();
  if (automatic === 'expire') session.expiresAt = world.now();
  return decide(world, session, automatic === null || automatic === 'expire' ? decision : automatic);
}

/** `fetch` over a handler: an aborted signal rejects, whatever the handler is doing. */
function abortable(handle: (request: Request) => Promise<Response>): typeof fetch {
  return async (input, init) => {
    // A server's request is passed on as it is: Node's bridge makes objects that `new Request` does not take.
    const request = input instanceof Request && init === undefined ? input : new Request(input, init);
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

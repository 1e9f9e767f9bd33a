import { connectors, createApplicationTokens, createPatternConnectApi } from '../../src/airbyte/index.js';
import { builtInCatalog } from '../../src/catalog/index.js';
import { createSandbox, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET, type SandboxOptions } from '../../src/sandbox/index.js';
import { eventually } from '../setup/eventually.js';

const hosts = { agent: 'https://sandbox.airbyte.test', public: 'https://sandbox.airbyte.test' };

/**
 * A sandbox whose answers to some calls are held back: the request was sent and the answer is on its way until `open` is called. `api` is
 * what `sandbox.connectApi` makes, over the held network.
 */
export function createGatedSandbox(operationIds: readonly string[], { generation = 'current' as 'current' | 'seed', ...options }: Gated = {}) {
  const sandbox = createSandbox({ deleteDelay: 0, ...options });
  const held = new Map<string, () => void>();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await sandbox.fetch(input, init);
    const operationId = sandbox.requests.at(-1)?.operationId ?? '';
    if (operationIds.includes(operationId)) await new Promise<void>((resolve) => held.set(operationId, resolve));
    return response;
  };
  const tokens = createApplicationTokens({ clientId: SANDBOX_CLIENT_ID, clientSecret: SANDBOX_CLIENT_SECRET, hosts, generation, fetch });
  const pattern = connectors({ generation });
  const client = pattern.client({ hosts, tokens, catalog: builtInCatalog, fetch, now: Date.now });
  const api = createPatternConnectApi({ client, pattern, workspaceName: 'ada', callbackUrl: `${location.origin}/ack-callback.html` });
  return {
    sandbox,
    api,
    /** Resolves once an answer of this call is held. */
    holds: (operationId: string) => eventually(() => void (held.has(operationId) || missing(operationId))),
    open(operationId: string) {
      held.get(operationId)?.();
      held.delete(operationId);
    },
    /** The application's secret and every bearer that was sent. */
    secrets: () => [SANDBOX_CLIENT_SECRET, ...new Set(sandbox.requests.flatMap(({ headers }) => headers.authorization?.replace('Bearer ', '') ?? []))],
  };
}

type Gated = SandboxOptions & { generation?: 'current' | 'seed' };

function missing(operationId: string): never {
  throw new Error(`No answer to ${operationId} is held.`);
}

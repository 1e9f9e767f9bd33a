import { connectors, createApplicationTokens, createPatternConnectApi } from '../airbyte/index.js';
import type { Catalog } from '../catalog/index.js';
import type { ConnectApi } from '../core/index.js';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from './tokens.js';

/** Options of `sandbox.connectApi`. */
export interface PageConnectApiOptions {
  /** The end user, whose workspace it is. */
  userId: string;
  /** What the callback brings: a connector id (`current`) or a secret id (`seed`). @default 'current' */
  generation?: 'current' | 'seed' | undefined;
  /** The page that reports the callback. @default '/ack-callback.html' of the page's origin */
  callbackUrl?: string | undefined;
}

/** The port itself, for a page without a backend: the pattern over the sandbox, with attempts in memory. */
export function pageConnectApi(
  { userId, generation = 'current', callbackUrl }: PageConnectApiOptions,
  sandbox: { fetch: typeof globalThis.fetch; now: () => number; catalog: Catalog },
): ConnectApi {
  const { fetch, now, catalog } = sandbox;
  const hosts = { agent: 'https://sandbox.airbyte.test', public: 'https://sandbox.airbyte.test' };
  const tokens = createApplicationTokens({ clientId: SANDBOX_CLIENT_ID, clientSecret: SANDBOX_CLIENT_SECRET, hosts, generation, fetch, now });
  const pattern = connectors({ generation });
  return createPatternConnectApi({
    client: pattern.client({ hosts, tokens, catalog, fetch, now }),
    pattern,
    workspaceName: userId,
    callbackUrl: callbackUrl ?? defaultCallbackUrl,
    now,
  });
}

const defaultCallbackUrl = (): string => new URL('/ack-callback.html', globalThis.location?.origin ?? 'http://localhost').href;

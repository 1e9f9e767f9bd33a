import { type Catalog, type CatalogEntries, resolveCatalog } from '../catalog/index.js';
import { type ConnectApi, ConnectError, type Connector } from '../core/index.js';
import { createPatternConnectApi } from './connectApiOverPattern.js';
import { connectors } from './patterns/connectors.js';
import type { AirbyteHosts, AirbytePattern, TokenSource } from './patterns/pattern.js';
import { createTokenRequest, type TokenEndpointOptions, type TokenSession } from './tokenEndpoint.js';
import { createTokenSlot } from './tokenSlot.js';

/** Options of `createTokenClient`. */
export interface TokenClientOptions extends Pick<TokenEndpointOptions, 'tokenEndpoint' | 'headers' | 'credentials'> {
  /** The same as the host's other half uses. @default connectors() */
  pattern?: AirbytePattern | undefined;
  /** Corrections and additions to what is known of the connectors, by slug, or a catalogue of your own. @default builtInCatalog */
  catalog?: Catalog | CatalogEntries | undefined;
  fetch?: typeof fetch | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined;
}

/** What a scoped token may not do, unless the pattern says otherwise: these reject with `not_available_in_token_mode`. */
const UNAVAILABLE: ReadonlySet<keyof ConnectApi> = new Set(['listConnectors', 'getConnector', 'renameConnector', 'deleteConnector']);

/**
 * The port without a backend but its token endpoint: the browser talks to Airbyte itself. Create, OAuth, check and execute work;
 * definitions come from the catalogue; list, get, rename and delete reject with `not_available_in_token_mode`, and operations are known
 * for connectors made on this page. With `templates()` everything works; with `sources()` and `instances()` nothing runs. The token is held in memory only, renewed 60 s before it ends or when Airbyte refuses it earlier, and asked for once however many wait.
 * A create whose answer was lost rejects with `create_unclear`: repeated, it may connect twice.
 * @throws {ConnectError} `invalid_prop` when an entry of `catalog` has a mistake
 * @example
 * // Once, outside of every component: another client mounts everything below the provider anew.
 * const client = createTokenClient({ tokenEndpoint: '/api/airbyte/token' });
 * const App = () => <AirbyteProvider client={client}>…</AirbyteProvider>;
 */
export function createTokenClient(options: TokenClientOptions): ConnectApi {
  const { pattern = connectors(), now = Date.now } = options;
  const catalog = resolveCatalog(options.catalog);
  const fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const sessions = createSessions({ ...options, fetch, now });
  const made = new Map<string, Connector>();
  const hosts = hostsOf(sessions);
  const tokenMode = { connector: (id: string) => made.get(id) };
  return createPatternConnectApi({
    client: pattern.client({ hosts, tokens: sessions.tokens, catalog, fetch, now, tokenMode }),
    pattern,
    now,
    workspaceName: async () => (await sessions.get()).workspaceName,
    callbackUrl: async () => (await sessions.get()).callbackUrl,
    unavailable: pattern.unavailableInTokenMode ?? UNAVAILABLE,
    unclearCreates: true,
    onConnected: (connector) => made.set(connector.id, connector),
  });
}

/** Refused tokens that the endpoint is told of. */
const REMEMBERED = 4;

interface Sessions {
  get(): Promise<TokenSession>;
  /** The one that was got last. */
  latest(): TokenSession | null;
  tokens: TokenSource;
}

function createSessions(options: TokenEndpointOptions): Sessions {
  const request = createTokenRequest(options);
  let latest: TokenSession | null = null;
  let refusedIds: readonly string[] = [];
  const slot = createTokenSlot(async () => {
    const session = await request(refusedIds);
    // The client was made for one end user: what it remembers is theirs.
    if (latest !== null && latest.workspaceName !== session.workspaceName)
      throw new ConnectError('session_missing', 'The end user has changed. Make a new token client (a new userKey does).');
    latest = session;
    return session;
  }, options.now);
  return {
    get: () => slot.get(),
    latest: () => latest,
    tokens: {
      application: () => Promise.reject(new ConnectError('not_available_in_token_mode', 'Token mode holds no application token.')),
      scoped: async (_workspaceName, { signal } = {}) => (await slot.get(signal)).token,
      renew(refused) {
        // Each backend that stands behind one address may hold a token of its own: all that were refused are named.
        if (latest?.token === refused && latest.tokenId !== undefined) refusedIds = [...refusedIds, latest.tokenId].slice(-REMEMBERED);
        slot.drop(refused);
      },
    },
  };
}

/** Airbyte's address comes with the token, and every call asks for a token before it needs the address. */
function hostsOf({ latest }: Sessions): AirbyteHosts {
  const apiUrl = () => {
    const session = latest();
    if (session === null) throw new ConnectError('internal', 'A call was about to be sent before its token.');
    return session.apiUrl;
  };
  return {
    get agent() {
      return apiUrl();
    },
    get public() {
      return apiUrl();
    },
  };
}

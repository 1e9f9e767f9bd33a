import { AIRBYTE_CLOUD, type AirbyteHosts, type AirbytePattern, connectors, isSecureUrl } from '../airbyte/index.js';
import { type Catalog, type CatalogEntries, resolveCatalog } from '../catalog/index.js';
import { isConnectError } from '../core/index.js';
import { pathOf } from './callback/returnPath.js';
import { CALLBACK_WORDS, type CallbackWords } from './callback/words.js';
import type { CookieKind } from './cookies.js';
import { memoryStore } from './memoryStore.js';
import type { ConnectHandlerOptions } from './options.js';
import { DEFAULT_RATE_LIMIT, type RateLimit } from './rateLimit.js';
import type { Store } from './store.js';

const DEFAULT_BASE_PATH = '/api/airbyte';
const MIN_SECRET_LENGTH = 32;
const PLAIN_HTTP = 'Inside a network that only you reach, set `allowInsecureRequests: true`.';

/** The options, checked and complete. */
export interface Settings
  extends Pick<ConnectHandlerOptions, 'authorize' | 'definitions' | 'oauthOverrides' | 'allow' | 'organizationId' | 'regionId' | 'onConnected'> {
  clientId: string;
  clientSecret: string;
  callbackUrl: string | ((origin: string) => string);
  allowedOrigins: ReadonlySet<string>;
  cookieKind: CookieKind;
  basePath: string;
  returnPaths: readonly string[];
  callbackWords: CallbackWords;
  rateLimit: RateLimit | false;
  pattern: AirbytePattern;
  tokenEndpoint: 'off' | 'on' | 'unenforced';
  catalog: Catalog;
  store: Store;
  /** From which the sealing key is derived. */
  secret: string;
  hosts: AirbyteHosts;
  fetch: typeof fetch;
  now: () => number;
}

/** Known without checking the options, so that routes answer also where the options are wrong. */
export const basePathOf = ({ basePath }: ConnectHandlerOptions): string => basePath ?? DEFAULT_BASE_PATH;

/** The settings, or the sentence that says how the options are to be mended. */
export function resolveSettings(options: ConnectHandlerOptions): Settings | { problem: string } {
  const { clientId, clientSecret, callbackUrl, secret, authorize } = options;
  if (!isText(clientId)) return missing('clientId', 'the client id of your Airbyte application');
  if (!isText(clientSecret)) return missing('clientSecret', 'the client secret of your Airbyte application');
  if (typeof authorize !== 'function') return missing('authorize', 'a function of the request that answers your id of the signed-in user, or null');
  if (typeof callbackUrl !== 'function' && !isText(callbackUrl)) return missing('callbackUrl', 'the address of the page that shows <OAuthCallbackPage/>');
  if (secret !== undefined && secret.length < MIN_SECRET_LENGTH) return problem(`\`secret\` has fewer than ${MIN_SECRET_LENGTH} characters.`);
  const origins = originSettings(callbackUrl, options.allowedOrigins);
  if ('problem' in origins) return origins;
  const wrongPath = options.returnPaths?.find((path) => pathOf(path) === null);
  if (wrongPath !== undefined) return problem(`\`returnPaths\` holds ${JSON.stringify(wrongPath)}: a path of your page starts with one slash.`);
  if (!isLimit(options.rateLimit)) return problem('`rateLimit` takes `requests` and `seconds` above zero, or false.');
  const catalog = readCatalog(options.catalog);
  if ('problem' in catalog) return catalog;
  const now = options.now ?? Date.now;
  const pattern = options.pattern ?? connectors();
  const hosts = { ...AIRBYTE_CLOUD, ...withoutUndefined(pattern.hosts), ...withoutUndefined(options.hosts) };
  const plain = options.allowInsecureRequests === true ? undefined : Object.values(hosts).find((url) => !isSecureUrl(url));
  if (plain !== undefined) return problem(`Airbyte at ${JSON.stringify(plain)} must be https: secrets would travel in clear. ${PLAIN_HTTP}`);
  const { definitions, oauthOverrides, allow, organizationId, regionId, onConnected, tokenEndpoint } = options;
  return {
    clientId,
    clientSecret,
    authorize,
    callbackUrl,
    definitions,
    oauthOverrides,
    allow,
    organizationId,
    regionId,
    onConnected,
    now,
    ...origins,
    basePath: basePathOf(options),
    returnPaths: options.returnPaths ?? [],
    rateLimit: options.rateLimit ?? DEFAULT_RATE_LIMIT,
    callbackWords: options.callbackWords ?? CALLBACK_WORDS,
    pattern,
    tokenEndpoint: tokenEndpoint === true ? 'on' : typeof tokenEndpoint === 'object' && tokenEndpoint.unenforced ? 'unenforced' : 'off',
    ...catalog,
    store: options.store ?? memoryStore({ now }),
    secret: secret ?? clientSecret,
    hosts,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
  };
}

function readCatalog(option: Catalog | CatalogEntries | undefined): Pick<Settings, 'catalog'> | { problem: string } {
  try {
    return { catalog: resolveCatalog(option) };
  } catch (error) {
    if (isConnectError(error)) return problem(error.message);
    throw error;
  }
}

/** A callback page is https, or http where only this machine answers. */
export function callbackProblem(callbackUrl: string): string | null {
  if (parseUrl(callbackUrl) === null) return `\`callbackUrl\` ${JSON.stringify(callbackUrl)} is not an absolute address.`;
  if (isSecureUrl(callbackUrl)) return null;
  return `\`callbackUrl\` ${JSON.stringify(callbackUrl)} must be https: plain http is for localhost only.`;
}

function originSettings(
  callbackUrl: string | ((origin: string) => string),
  allowed: readonly string[] | undefined,
): Pick<Settings, 'allowedOrigins' | 'cookieKind'> | { problem: string } {
  const trouble =
    typeof callbackUrl === 'string'
      ? callbackProblem(callbackUrl)
      : allowed === undefined
        ? '`allowedOrigins` is needed where `callbackUrl` is a function.'
        : null;
  if (trouble !== null) return problem(trouble);
  const own = typeof callbackUrl === 'string' ? new URL(callbackUrl) : null;
  const list = allowed ?? (own === null ? [] : [own.origin]);
  const wrong = list.find((origin) => parseUrl(origin)?.origin !== origin.replace(/\/$/, ''));
  if (wrong !== undefined) return problem(`\`allowedOrigins\` holds ${JSON.stringify(wrong)}: an origin is a scheme and a host, "https://app.example.com".`);
  // Plain http is on loopback only, where a browser may not keep a Secure cookie.
  const pages = own === null ? list : [own.href];
  const cookieKind = pages.length > 0 && pages.every((page) => page.startsWith('http:') && isSecureUrl(page)) ? 'loopback' : 'secure';
  return { allowedOrigins: new Set(list.map((origin) => new URL(origin).origin)), cookieKind };
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

const isLimit = (limit: RateLimit | false | undefined): boolean =>
  !limit || [limit.requests, limit.seconds, limit.concurrent ?? 1].every((value) => Number.isFinite(value) && value > 0);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const problem = (sentence: string) => ({ problem: `createConnectHandler: ${sentence}` });
const missing = (option: string, what: string) => problem(`\`${option}\` is missing. Pass ${what}.`);

function withoutUndefined(hosts: Partial<AirbyteHosts> = {}): Partial<AirbyteHosts> {
  return Object.fromEntries(
    Object.entries(hosts)
      .filter(([, url]) => url !== undefined)
      .map(([name, url]) => [name, url.replace(/\/+$/, '')]),
  );
}

import { connectors } from '../../src/airbyte/index.js';
import { readCallbackAddress } from '../../src/core/index.js';
import { createSandbox, type RecordedRequest, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import type { ConnectHandlerOptions } from '../../src/server/index.js';
import { type Browser, createBrowser, createClock, makeHandler } from './harness.js';

export const AIRBYTE = 'https://airbyte.sandbox.test';
export const HOSTS = { agent: AIRBYTE, public: AIRBYTE };
export const STRIPE = {
  definition: 'stripe',
  method: 'bearerAuth',
  values: { credentials: { api_key: 'sk_test_good' }, replication_config: { account_id: 'acct_1' } },
};
export const REFUSED_STRIPE = { ...STRIPE, values: { ...STRIPE.values, credentials: { api_key: 'sk_test_invalid' } } };
export const HUBSPOT = { definition: 'hubspot', method: 'oauth2', values: {} };
export const ZENDESK = { definition: 'zendesk-support', method: 'zendeskOAuth', values: { environment: { subdomain: 'acme' } } };

export interface WorldOptions {
  generation?: 'current' | 'seed';
  handler?: Partial<ConnectHandlerOptions>;
  sandbox?: SandboxOptions;
}

/** A sandbox with a handler before it, on one clock that a test moves by hand. */
export function createWorld({ generation = 'current', handler: options, sandbox: sandboxOptions }: WorldOptions = {}) {
  const clock = createClock();
  const sandbox = createSandbox({ now: clock.now, ...sandboxOptions });
  const made = makeHandler({ fetch: sandbox.fetch, now: clock.now, hosts: HOSTS, pattern: connectors({ generation }), ...options });
  const another = (more: Partial<ConnectHandlerOptions> = {}) =>
    makeHandler({ fetch: sandbox.fetch, now: clock.now, hosts: HOSTS, pattern: connectors({ generation }), ...options, ...more });
  return { clock, sandbox, ...made, another, browser: (user: string | null): Browser => createBrowser(made.handler, user) };
}

/** What was asked of the sandbox while `work` ran, without what differs by id and user. */
export async function callsDuring(sandbox: Sandbox, work: () => Promise<unknown>): Promise<string[]> {
  const before = sandbox.requests.length;
  await work();
  return sandbox.requests.slice(before).map(({ method, path, bearer, status }: RecordedRequest) => `${method} ${path} as ${bearer}: ${status}`);
}

export async function created(browser: Browser, body: unknown = STRIPE): Promise<string> {
  const response = await browser.call('POST', '/connectors', { body });
  if (response.status !== 201) throw new Error(`Not created: ${response.status} ${await response.text()}`);
  return (await response.json()).connector.id;
}

export interface Started {
  attemptId: string;
  consentUrl: string;
}

export async function started(browser: Browser, body: unknown = HUBSPOT): Promise<Started> {
  const response = await browser.call('POST', '/attempts', { body });
  if (response.status !== 201) throw new Error(`Not started: ${response.status} ${await response.text()}`);
  return response.json();
}

/** What the callback page of whoever decided would send. */
export function callbackOf(redirectUrl: string) {
  const { state, params } = readCallbackAddress(redirectUrl);
  return { state: state ?? '', params };
}

export const complete = (browser: Browser, callback: { state: string; params: object }): Promise<Response> =>
  browser.call('POST', '/attempts/complete', { body: callback });

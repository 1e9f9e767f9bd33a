import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { badGateway, brokenJson, cut, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET, status } from '../../src/sandbox/index.js';
import { printed } from './harness.js';
import { callbackOf, complete, createWorld, HUBSPOT, STRIPE } from './world.js';

const KEY = 'sk_test_marked_0123456789';
// Only calls that are not repeated, so that nothing waits.
const WRITES = { match: { method: 'POST', path: /connectors$|initiate$/ }, times: 3 };
const EXECUTE = { match: { path: /execute$/ }, times: 2 };
const FAULTS = [
  ...([401, 403, 404, 409, 422, 429, 500] as const).map((code) => status(code, WRITES)),
  ...([401, 403, 404, 422] as const).map((code) => status(code, EXECUTE)),
  status(401, { match: { path: /token$/ }, times: 1 }),
  badGateway(WRITES),
  brokenJson(WRITES),
  cut(WRITES),
];
const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
const silence = () => METHODS.map((method) => vi.spyOn(console, method).mockImplementation(() => undefined));
let consoles: ReturnType<typeof silence> = [];
beforeEach(() => {
  consoles = silence();
});
afterEach(() => {
  for (const spy of consoles) spy.mockRestore();
});

/** Walks through everything a browser can do, and keeps all that it and the host get to see. */
async function walk(generation: 'current' | 'seed', withFaults: boolean) {
  const world = createWorld({ generation, handler: { onConnected: (info) => void seen.push(printed(info)) } });
  const seen: string[] = [];
  const ada = world.browser('ada');
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await ada.call(method, path, body === undefined ? {} : { body });
    const text = await response.text();
    seen.push(printed([...response.headers]), text);
    return text.startsWith('{') ? JSON.parse(text) : {};
  };
  const key = (value: string) => ({ ...STRIPE, values: { ...STRIPE.values, credentials: { api_key: value } } });
  const secrets = new Set<string>([SANDBOX_CLIENT_SECRET, KEY, `${KEY}_invalid`]);
  const round = async () => {
    const { connector } = await call('POST', '/connectors', key(KEY));
    const refused = await call('POST', '/connectors', key(`${KEY}_invalid`));
    await call('POST', `/connectors/${refused.connector?.id ?? 'x'}/check`, { discardOnRefusal: true });
    await call('POST', '/connectors', { ...STRIPE, values: { credentials: { wrong: KEY }, replication_config: { account_id: 'a' } } });
    await call('POST', '/connectors', { ...STRIPE, values: { credentials: KEY } });
    for (const path of ['/definitions', '/definitions/stripe', '/connectors', `/connectors/${connector?.id ?? 'x'}/operations`]) await call('GET', path);
    await call('POST', `/connectors/${connector?.id ?? 'x'}/execute`, { entity: 'customers', action: 'list' });
    await call('POST', `/connectors/${connector?.id ?? 'x'}/execute`, { entity: 'customers', action: 'nonsense' });
    await call('DELETE', `/connectors/${connector?.id ?? 'x'}`);
    const { consentUrl } = await call('POST', '/attempts', HUBSPOT);
    if (consentUrl === undefined) return;
    const callback = callbackOf(world.sandbox.decideConsent(consentUrl, 'approve'));
    secrets.add(callback.state);
    if (callback.params.secret_id !== undefined) secrets.add(callback.params.secret_id);
    const foreign = await complete(world.browser('ben'), { ...callback, state: callback.state.replace(/.$/, '_') });
    seen.push(await foreign.text());
    await call('POST', '/attempts/complete', callback);
  };
  await round();
  for (const fault of withFaults ? FAULTS : []) {
    world.clock.advance(1_200_000); // Tokens are due.
    world.sandbox.addFault(fault);
    await round();
  }
  for (const { headers } of world.sandbox.requests) if (headers.authorization?.startsWith('Bearer ')) secrets.add(headers.authorization.slice(7));
  seen.push(...ada.setCookies, printed(world.events), ...consoles.map((spy) => printed(spy.mock.calls)));
  return { seen: seen.join('\n'), sent: printed(world.sandbox.requests), secrets, events: world.events };
}

describe.each(['current', 'seed'] as const)('marked secrets in the %s generation', (generation) => {
  it.each([
    ['when all goes well', false],
    ['when everything fails', true],
  ])('are in no answer, header, cookie, event, error or log line %s', async (_, withFaults) => {
    const { seen, sent, secrets, events } = await walk(generation, withFaults);
    // The search can find: Airbyte got all of them.
    for (const secret of secrets) if (!secret.includes('_invalid') && !secret.startsWith('eyJ')) expect(sent, 'control').toContain(secret);
    expect(secrets.size).toBeGreaterThan(5);
    for (const secret of secrets) expect(seen.split(secret).length - 1, `${secret.slice(0, 12)}…`).toBe(0);
    expect(seen).not.toContain(SANDBOX_CLIENT_ID);
    if (withFaults) expect(new Set(events.flatMap((event) => (event.type === 'error' ? [event.error.code] : []))).size).toBeGreaterThan(5);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sources } from '../../src/airbyte/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createConnectHandler } from '../../src/server/index.js';
import { eventually } from '../setup/eventually.js';
import { APP, createBrowser, errorOf, makeHandler } from './harness.js';

const silence = () => vi.spyOn(console, 'error').mockImplementation(() => undefined);
let consoleError: ReturnType<typeof silence>;
beforeEach(() => {
  consoleError = silence();
});
afterEach(() => consoleError.mockRestore());

const workspaces = { get: () => null, set: () => undefined };

describe('a handler with wrong options', () => {
  it.each([
    ['clientId', { clientId: undefined }, '`clientId` is missing'],
    ['clientSecret', { clientSecret: '' }, '`clientSecret` is missing'],
    ['callbackUrl', { callbackUrl: undefined }, '`callbackUrl` is missing'],
    // SAFETY: what a host without types may pass.
    ['authorize', { authorize: undefined as never }, '`authorize` is missing'],
    ['a relative callbackUrl', { callbackUrl: '/connected' }, 'is not an absolute address'],
    ['a plain http callbackUrl', { callbackUrl: 'http://app.example.com/connected' }, 'must be https'],
    ['a callbackUrl function alone', { callbackUrl: (origin: string) => `${origin}/connected` }, '`allowedOrigins` is needed'],
    ['an allowed origin with a path', { allowedOrigins: [`${APP}/app`] }, '`allowedOrigins` holds'],
    ['the null origin', { allowedOrigins: ['null'] }, '`allowedOrigins` holds'],
    ['an Airbyte over plain http', { hosts: { agent: 'http://airbyte.internal.example' } }, 'must be https'],
    ['a self-managed Airbyte over plain http', { pattern: sources({ workspaces, url: 'http://airbyte.internal.example' }) }, '`allowInsecureRequests: true`'],
    ['a short secret', { secret: 'short' }, '`secret` has fewer than 32'],
  ])('says at the first request how to mend %s, in the log once, and only the code to the browser', async (_, options, sentence) => {
    const { handler, events } = makeHandler(options);
    const browser = createBrowser(handler, 'ada');
    const response = await browser.call('GET', '/connectors');
    const text = await response.clone().text();
    expect(await errorOf(response)).toEqual({ status: 500, code: 'handler_misconfigured' });
    expect(text).not.toContain('missing');
    expect((await browser.call('GET', '/connectors')).status).toBe(500);
    expect(consoleError).toHaveBeenCalledTimes(1);
    expect(consoleError.mock.calls[0]?.[0]).toContain(sentence);
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({ type: 'error', error: { code: 'handler_misconfigured', message: expect.stringContaining(sentence) } });
  });

  it.each([
    ['that says so', { hosts: { agent: 'http://airbyte.internal.example', public: 'http://airbyte.internal.example' }, allowInsecureRequests: true }],
    ['on loopback', { hosts: { agent: 'http://127.0.0.1:8000', public: 'http://localhost:8000' } }],
  ])('sends over plain http where the host is one %s', async (_, options) => {
    const asked: string[] = [];
    const { handler } = makeHandler({
      ...options,
      fetch: async (input) => {
        asked.push(input instanceof Request ? input.url : String(input));
        return new Response(null, { status: 403 });
      },
    });
    await createBrowser(handler, 'ada').call('GET', '/connectors');
    expect(asked[0]).toMatch(/^http:/);
  });

  it('is made without a word and without its environment', () => {
    const options = { clientId: undefined, clientSecret: undefined, authorize: () => null, callbackUrl: undefined };
    expect(() => createConnectHandler(options)).not.toThrow();
    expect(consoleError).not.toHaveBeenCalled();
  });

  it('tells the server functions the reason', async () => {
    const { handler } = makeHandler({ clientSecret: undefined });
    await expect(handler.api.listConnectors({ userId: 'ada' })).rejects.toMatchObject({
      code: 'handler_misconfigured',
      message: expect.stringContaining('clientSecret'),
    });
  });

  it('refuses an address from a callbackUrl function that is not safe', async () => {
    const { handler } = makeHandler({ callbackUrl: () => 'http://app.example.com/x', allowedOrigins: [APP], tokenEndpoint: true });
    expect((await errorOf(await createBrowser(handler, 'ada').call('POST', '/token'))).code).toBe('handler_misconfigured');
  });
});

describe('a handler that is mounted without its adapter', () => {
  it('names the one for Node, in the log once and to who calls it', async () => {
    const { handler } = makeHandler();
    const message = { method: 'GET', url: '/connectors', headers: { host: 'app.example.com' } };
    // SAFETY: what Express hands to a handler that is mounted as it is.
    const call = () => handler(message as unknown as Request);
    await expect(call()).rejects.toMatchObject({ code: 'handler_misconfigured', message: expect.stringContaining('toNodeListener(handler)') });
    await expect(call()).rejects.toThrow('airbyte-connect-kit/node');
    expect(consoleError).toHaveBeenCalledTimes(1);
  });
});

describe('a listener that fails', () => {
  it('fails no request', async () => {
    const { handler } = makeHandler({
      onEvent: () => {
        throw new Error('listener');
      },
    });
    expect((await createBrowser(handler, 'ada').call('GET', '/definitions/none')).status).toBe(404);
    // SAFETY: an async listener is assignable to the option's type, and its rejection must not end the process.
    const { handler: slow } = makeHandler({
      onEvent: (async () => {
        throw new Error('listener');
      }) as () => void,
    });
    expect((await createBrowser(slow, 'ada').call('GET', '/definitions/none')).status).toBe(404);
    await eventually(() => expect(consoleError).toHaveBeenCalledTimes(2));
  });
});

describe('a handler that is mounted elsewhere', () => {
  it.each(['https://host.example', 'https://host.example/airbyte', 'https://host.example/api/airbyte', 'https://host.example/shop/api/airbyte'])(
    'answers under %s',
    async (base) => {
      const { handler } = makeHandler({ fetch: createSandbox().fetch });
      for (const path of ['/definitions/stripe', '/definitions/stripe/'])
        expect((await createBrowser(handler, 'ada', base).call('GET', path)).status).toBe(200);
    },
  );

  it('answers under its own base path', async () => {
    const { handler } = makeHandler({ basePath: '/connect/', fetch: createSandbox().fetch });
    expect((await createBrowser(handler, 'ada', 'https://host.example/connect').call('GET', '/definitions/stripe')).status).toBe(200);
    expect((await createBrowser(handler, 'ada', 'https://host.example/api/airbyte').call('GET', '/definitions/stripe')).status).toBe(404);
  });
});

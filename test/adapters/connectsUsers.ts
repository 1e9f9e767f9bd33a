import { expect } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { APP, createBrowser } from '../server/harness.js';
import { callbackOf, complete, STRIPE, started } from '../server/world.js';

export interface ConnectsUsersOptions {
  /** Where the handler is. */
  base: string;
  sandbox: Sandbox;
  /** Origin of the page. @default the one of most tests */
  page?: string;
  /** @default over the network */
  send?: Send;
}

type Send = (request: Request) => Promise<Response>;
type Browser = ReturnType<typeof createBrowser>;

/** What every backend must do, over HTTP: connect users by key and by sign-in, and refuse, for a page on another origin. */
export async function connectsUsers({ base, sandbox, page = APP, send = fetch }: ConnectsUsersOptions): Promise<void> {
  const fromPage: Send = (request) => {
    if (request.headers.get('origin') === APP) request.headers.set('origin', page);
    return send(request);
  };
  const ada = createBrowser(fromPage, 'ada', base);
  await byKey(ada, sandbox);
  await bySignIn(ada, sandbox, page.startsWith('https:'));
  await refuses(createBrowser(fromPage, null, base), page);
}

async function byKey(ada: Browser, sandbox: Sandbox): Promise<void> {
  const created = await ada.call('POST', '/connectors', { body: STRIPE });
  expect(created.status).toBe(201);
  const { id } = (await created.json()).connector;
  expect(sandbox.connectors('ada')).toMatchObject([{ id, credentials: STRIPE.values.credentials }]);
  expect(await (await ada.call('POST', `/connectors/${id}/check`, { body: {} })).json()).toEqual({ status: 'verified' });
  const run = await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list' } });
  expect((await run.json()).data).toBeDefined();
  expect((await ada.call('PATCH', `/connectors/${id}`, { body: { name: 'Ä “Stripe”' } })).status).toBe(200);
  expect(await (await ada.call('GET', '/connectors?definition=stripe')).json()).toMatchObject({ connectors: [{ id, name: 'Ä “Stripe”' }] });
  expect((await ada.call('DELETE', `/connectors/${id}`)).status).toBe(202);
}

async function bySignIn(ada: Browser, sandbox: Sandbox, secure: boolean): Promise<void> {
  const { attemptId, consentUrl } = await started(ada);
  const cookie = /^(__Host-)?ack-[^=]+=[^;]+; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax(; Secure)?$/.exec(ada.setCookies.at(-1) ?? '');
  expect(cookie?.slice(1)).toEqual(secure ? ['__Host-', '; Secure'] : [undefined, undefined]);
  const callback = callbackOf(sandbox.decideConsent(consentUrl, 'approve'));
  expect(await (await complete(ada, callback)).json()).toMatchObject({ status: 'connected', connector: { definition: { slug: 'hubspot' } } });
  expect(await (await ada.call('GET', `/attempts/${attemptId}`)).json()).toMatchObject({ status: 'connected' });
}

async function refuses(nobody: Browser, page: string): Promise<void> {
  expect((await nobody.call('GET', '/connectors')).status).toBe(401);
  const foreign = await nobody.call('POST', '/connectors', { body: STRIPE, headers: { origin: 'https://evil.example', 'x-user': 'ada' } });
  expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  const preflight = await nobody.call('OPTIONS', '/connectors', {
    headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type, x-user' },
  });
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': page,
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'content-type, x-user',
  });
}

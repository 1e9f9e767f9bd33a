import { describe, expect, it } from 'vitest';
import { type Browser, createBrowser, errorOf } from '../harness.js';
import { AIRBYTE, callbackOf, complete, created, createWorld, HUBSPOT, STRIPE, started } from '../world.js';

/** Where a redirect may want to send a server. */
const TARGETS = [
  'http://169.254.169.254/latest/meta-data/',
  'http://localhost:6379/',
  'https://evil.example/collect',
  '//evil.example/collect',
  'file:///etc/passwd',
];
const STATUSES = [301, 302, 303, 307, 308];

interface Sent {
  url: string;
  authorization: string | null;
  redirect: RequestRedirect | undefined;
}

/** A network in which Airbyte redirects every call that `isRedirected` picks, and which anybody may be asked in. */
function redirecting(isRedirected: (method: string, pathname: string) => boolean, status: number, location: string) {
  const world = createWorld();
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    sent.push({ url, authorization: new Headers(init?.headers).get('authorization'), redirect: init?.redirect });
    if (isRedirected(init?.method ?? 'GET', new URL(url).pathname)) return new Response(null, { status, headers: { location } });
    return world.sandbox.fetch(input, init);
  };
  return { ...world, sent, ada: createBrowser(world.another({ fetch }).handler, 'ada') };
}

const CALLS: [string, RegExp, (ada: Browser, id: string) => Promise<Response>][] = [
  ['the application token', /POST .*\/applications\/token$/, (ada) => ada.call('GET', '/connectors')],
  ["a workspace's token", /POST .*\/scoped-token$/, (ada) => ada.call('POST', '/connectors', { body: STRIPE })],
  ['the list of definitions', /GET .*\/definitions\/sources$/, (ada) => ada.call('GET', '/definitions')],
  ['the list of connectors', /GET .*\/connectors$/, (ada) => ada.call('GET', '/connectors')],
  ['a create', /POST .*\/connectors$/, (ada) => ada.call('POST', '/connectors', { body: STRIPE })],
  ['a rename', /PUT /, (ada, id) => ada.call('PATCH', `/connectors/${id}`, { body: { name: 'x' } })],
  ['a removal', /DELETE /, (ada, id) => ada.call('DELETE', `/connectors/${id}`)],
  ['an execute', /POST .*\/execute$/, (ada, id) => ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list' } })],
  ['a sign-in', /POST .*\/initiate$/, (ada) => ada.call('POST', '/attempts', { body: HUBSPOT })],
];

describe.each(CALLS)('a redirect in answer to %s', (_, call, ask) => {
  it.each(STATUSES.flatMap((status) => TARGETS.map((target) => [status, target] as const)))(
    'by %i to %s is not followed, and no bearer goes there',
    async (status, target) => {
      let id = '';
      const { ada, sent, browser, sandbox } = redirecting((method, pathname) => call.test(`${method} ${pathname}`), status, target);
      id = await created(browser('ada'));
      const before = sandbox.connectors('ada');
      const response = await ask(ada, id);
      expect(await errorOf(response)).toEqual({ status: 502, code: 'upstream_invalid' });
      expect(sent.filter(({ url }) => new URL(url).origin !== AIRBYTE)).toEqual([]);
      expect(sent.every(({ redirect }) => redirect === 'manual')).toBe(true);
      expect(sandbox.connectors('ada')).toEqual(before);
    },
  );
});

describe('a bearer', () => {
  it('goes to Airbyte’s hosts and nowhere else, in everything that a browser can do', async () => {
    const { ada, sent, sandbox } = redirecting(() => false, 302, '');
    const id = await created(ada);
    for (const path of ['/definitions', '/definitions/stripe', '/connectors', `/connectors/${id}/operations`]) await ada.call('GET', path);
    await ada.call('POST', `/connectors/${id}/check`, { body: {} });
    await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list' } });
    await complete(ada, callbackOf(sandbox.decideConsent((await started(ada)).consentUrl, 'approve')));
    await ada.call('DELETE', `/connectors/${id}`);
    expect(sent.length).toBeGreaterThan(10);
    for (const { url, authorization } of sent) {
      expect(new URL(url).origin).toBe(AIRBYTE);
      expect(/token$/.test(new URL(url).pathname) || authorization?.startsWith('Bearer ')).toBe(true);
      expect(url).not.toContain(authorization?.slice(7) || 'no bearer');
    }
  });

  it('does not go where a record says the next page is', async () => {
    const world = createWorld();
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      asked.push(String(input));
      const answer = await world.sandbox.fetch(input, init);
      if (!String(input).endsWith('/execute')) return answer;
      const page = { next_page: 'https://evil.example/next', next_page_url: 'https://evil.example/next?page=2', next_link: 'https://evil.example/next' };
      return Response.json({ ...(await answer.json()), connector_metadata: page, result: { data: [{ id: 1 }], ...page, meta: page, links: page } });
    };
    const ada = createBrowser(world.another({ fetch }).handler, 'ada');
    const id = await created(ada, {
      definition: 'zendesk-support',
      method: 'zendeskAPIToken',
      values: { environment: { subdomain: 'acme' }, credentials: { email: 'a@b.example', api_token: 't' } },
    });
    const answer = await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'tickets', action: 'list' } });
    const { nextParams } = await answer.json();
    expect(answer.status).toBe(200);
    if (nextParams !== null) await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'tickets', action: 'list', params: nextParams } });
    expect(asked.filter((url) => !url.startsWith(AIRBYTE))).toEqual([]);
    expect(JSON.stringify(nextParams)).not.toContain('evil.example');
  });
});

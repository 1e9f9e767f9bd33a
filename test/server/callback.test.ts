import { describe, expect, it } from 'vitest';
import { unavailable } from '../../src/sandbox/index.js';
import { CALLBACK_SCRIPT } from '../../src/server/callback/page.js';
import type { ConnectHandlerOptions } from '../../src/server/index.js';
import { APP, type Browser, errorOf } from './harness.js';
import { createWorld, HUBSPOT } from './world.js';

const GENERATIONS = ['current', 'seed'] as const;
const CALLBACK = 'https://api.host.example/api/airbyte/callback';

const worldOf = (generation: 'current' | 'seed' = 'seed', handler: Partial<ConnectHandlerOptions> = {}) =>
  createWorld({ generation, handler: { callbackUrl: CALLBACK, allowedOrigins: [APP], ...handler } });

async function start(page: Browser, more: object = {}, headers: Record<string, string> = {}) {
  return page.call('POST', '/attempts', { body: { ...HUBSPOT, ...more }, headers });
}

/** The person has decided; the browser follows the address of the callback. */
async function decided({ sandbox }: ReturnType<typeof createWorld>, page: Browser, decision: 'approve' | 'deny' = 'approve', more: object = {}) {
  const response = await start(page, more);
  expect(response.status).toBe(201);
  const { attemptId, consentUrl } = await response.json();
  const path = sandbox.decideConsent(consentUrl, decision).slice(CALLBACK.length - '/callback'.length);
  return { attemptId, path, arrive: (from = page) => from.call('GET', path, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } }) };
}

/** The path that a page which waits goes to by itself. */
const resumed = (page: Response): string => `/callback${/^5; url=(\?.+)$/.exec(page.headers.get('refresh') ?? '')?.[1]}`;

/** What the page's policy lets run and apply, recomputed from the page itself. */
async function hashesOf(html: string, tag: 'script' | 'style'): Promise<string[]> {
  const texts = [...html.matchAll(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text = '']) => text);
  const digests = await Promise.all(texts.map((text) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
  return digests.map((digest) => `'sha256-${Buffer.from(digest).toString('base64')}'`);
}

describe.each(GENERATIONS)("the handler's own callback, in the %s generation", (generation) => {
  it('completes on the server, and its page says so to whoever waits', async () => {
    const world = worldOf(generation);
    const ada = world.browser('ada');
    const { attemptId, arrive, path } = await decided(world, ada);
    const answer = await arrive();
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(world.sandbox.connectors('ada')).toHaveLength(1);
    expect(html).toContain(`data-attempt="${attemptId}" data-outcome="connected" data-origin="https:&#47;&#47;app.example.com"`.replaceAll('&#47;', '/'));
    for (const value of new URL(path, CALLBACK).searchParams.values()) expect(html).not.toContain(value);
    expect(await (await ada.call('GET', `/attempts/${attemptId}`)).json()).toMatchObject({ status: 'connected' });
  });

  it('has a script that can read nothing of its address', () => {
    // Whatever tells a script where it is. What the consent brought stands there and nowhere else.
    expect(CALLBACK_SCRIPT).not.toMatch(/location|URL|referrer|performance|navigation|baseURI|innerHTML|fetch|import/i);
  });

  it('runs one script, known by its hash, loads nothing and is shown in no frame', async () => {
    const world = worldOf(generation);
    const answer = await (await decided(world, world.browser('ada'))).arrive();
    const html = await answer.text();
    const [script] = await hashesOf(html, 'script');
    const [style] = await hashesOf(html, 'style');
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src ${script}; style-src ${style}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/ (style|on\w+|src|href)=/);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('that is loaded again answers the same and connects once', async () => {
    const world = worldOf(generation);
    const { arrive } = await decided(world, world.browser('ada'));
    const first = await (await arrive()).text();
    expect(await (await arrive()).text()).toBe(first);
    expect(world.sandbox.connectors('ada')).toHaveLength(1);
  });

  it('says that access was denied', async () => {
    const world = worldOf(generation);
    const answer = await (await decided(world, world.browser('ada'), 'deny')).arrive();
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('data-outcome="failed"')]);
    expect(world.sandbox.connectors()).toEqual([]);
  });

  it('asks again by itself while Airbyte does not answer', async () => {
    const world = worldOf(generation);
    const ada = world.browser('ada');
    const { arrive, path } = await decided(world, ada);
    world.sandbox.addFault(unavailable({ match: { path: /\/integrations\/connectors/ }, times: 3 }));
    const waiting = await arrive();
    expect([waiting.status, waiting.headers.getSetCookie()]).toEqual([502, []]);
    expect(await waiting.text()).not.toContain('<meta name="ack"');
    const again = resumed(waiting);
    for (const value of new URL(path, CALLBACK).searchParams.values()) expect(again).not.toContain(value);
    for (let repeat = 0; repeat < 3 && world.sandbox.connectors('ada').length === 0; repeat += 1) {
      world.clock.advance(5_000);
      await ada.call('GET', again);
    }
    expect(await (await ada.call('GET', again)).text()).toContain('data-outcome="connected"');
    // What waits in the address is worth nothing without the cookie.
    expect((await world.browser('ada').call('GET', again)).status).toBe(403);
    expect(world.sandbox.connectors('ada')).toHaveLength(1);
  });

  it('tells nobody, and connects nothing, in a browser that did not start it', async () => {
    const world = worldOf(generation);
    const { arrive } = await decided(world, world.browser('ada'));
    for (const other of ['ben', 'ada', null]) {
      const answer = await arrive(world.browser(other));
      expect([answer.status, await answer.text()]).toEqual([403, expect.not.stringContaining('<meta name="ack"')]);
    }
    expect(world.sandbox.connectors()).toEqual([]);
    expect(world.events).toContainEqual(expect.objectContaining({ type: 'attempt_refused', code: 'attempt_foreign' }));
  });
});

describe('a request that is refused at the door', () => {
  it('waits while the user’s requests are limited, and connects then', async () => {
    const world = worldOf('seed', { rateLimit: { requests: 1, seconds: 60 } });
    const ada = world.browser('ada');
    const { arrive } = await decided(world, ada);
    const waiting = await arrive();
    expect([waiting.status, waiting.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8']);
    world.clock.advance(61_000);
    expect(await (await ada.call('GET', resumed(waiting))).text()).toContain('data-outcome="connected"');
    expect(world.sandbox.connectors('ada')).toHaveLength(1);
  });

  it('waits while the host can not say who asks', async () => {
    let works = true;
    const authorize = async (request: Request) => {
      if (!works) throw new Error('the session store is down');
      return request.headers.get('x-user');
    };
    const world = worldOf('seed', { authorize });
    const ada = world.browser('ada');
    const headers = { 'x-user': 'ada' };
    const { consentUrl } = await (await start(ada, {}, headers)).json();
    const path = world.sandbox.decideConsent(consentUrl, 'approve').slice(CALLBACK.length - '/callback'.length);
    works = false;
    const waiting = await ada.call('GET', path, { headers });
    expect([waiting.status, await waiting.text()]).toEqual([500, expect.stringContaining('<h1>Finishing the sign-in</h1>')]);
    works = true;
    expect(await (await ada.call('GET', resumed(waiting), { headers })).text()).toContain('data-outcome="connected"');
  });
});

describe('an address that anybody has written', () => {
  it.each(['?ack_state=x', '?secret_id=s', '?ack_state=%3Cscript%3E', '?error=%22%3E%3Cscript%3Ealert(1)%3C/script%3E'])(
    '%j runs nothing but what takes it out of the address',
    async (query) => {
      const world = worldOf();
      const answer = await world.browser('ada').call('GET', `/callback${query}`);
      const html = await answer.text();
      expect([answer.status, html]).toEqual([404, expect.stringContaining("<script type=\"module\">\nhistory.replaceState(null, '', '?');\n</script>")]);
      expect(html.match(/<script/g)).toHaveLength(1);
      const [script] = await hashesOf(html, 'script');
      expect(answer.headers.get('content-security-policy')).toContain(`script-src ${script};`);
      expect(world.sandbox.requests).toEqual([]);
    },
  );

  it.each(['', '?ack_resume=made-up', '?ack_resume='])('%j, as after a reload, says neither that it failed nor that it is somebody else’s', async (query) => {
    const answer = await worldOf().browser('ada').call('GET', `/callback${query}`);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('<h1>There is no sign-in to finish</h1>')]);
  });

  it('takes no cookie for what waits in an address', async () => {
    const world = worldOf();
    const ada = world.browser('ada');
    await decided(world, ada);
    const [cookie] = ada.cookies.values();
    expect((await ada.call('GET', `/callback?ack_resume=${cookie}`)).status).toBe(404);
    expect(world.sandbox.connectors()).toEqual([]);
  });

  it('has its words from the host, escaped', async () => {
    const said = { title: 'Nö <b>"', text: "'&" };
    const callbackWords = { lang: 'de', connected: said, failed: said, waiting: said, foreign: said, nothing: said };
    const html = await (await worldOf('seed', { callbackWords }).browser('ada').call('GET', '/callback')).text();
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<h1>Nö &#60;b&#62;&#34;</h1><p>&#39;&#38;</p>');
  });
});

describe('a way back', () => {
  const paths = { returnPaths: ['/settings/connections'] };

  it.each([
    ['/settings/connections', '/settings/connections'],
    ['/settings/connections?tab=all#top', '/settings/connections?tab=all#top'],
    ['/settings/./connections', '/settings/connections'],
    ['/settings/x/../connections', '/settings/connections'],
  ])('%j is taken, on the origin that started', async (returnTo, path) => {
    const world = worldOf('seed', paths);
    const ada = world.browser('ada');
    const { arrive } = await decided(world, ada, 'approve', { returnTo });
    const answer = await arrive();
    expect([answer.status, answer.headers.get('refresh')]).toEqual([200, `1; url=${APP}${path}`]);
    expect(await answer.text()).toContain('data-outcome="connected"');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(world.sandbox.connectors('ada')).toHaveLength(1);
    expect((await arrive()).headers.get('refresh')).toBe(`1; url=${APP}${path}`);
  });

  it.each([
    '//evil.example',
    '///evil.example',
    'https://evil.example',
    'https:evil.example',
    'http:/evil.example/settings/connections',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/.//evil.example',
    '/settings/..//evil.example',
    '/%2F/evil.example',
    '/%5Cevil.example',
    '%2F%2Fevil.example',
    '/settings/connections\u0000',
    '/settings/connections\r\nset-cookie: a=b',
    '/settings/connections/more',
    '/settings/connectionsx',
    '/Settings/Connections',
    '/settings%2Fconnections',
    '/settings/connections@evil.example',
    'javascript:alert(1)//settings/connections',
    'settings/connections',
    '',
    '/',
    '/settings/connections\ud800',
  ])('%j counts as none', async (returnTo) => {
    const world = worldOf('seed', paths);
    const { arrive } = await decided(world, world.browser('ada'), 'approve', { returnTo });
    const answer = await arrive();
    expect([answer.status, answer.headers.get('refresh'), answer.headers.get('location')]).toEqual([200, null, null]);
    expect(await answer.text()).not.toContain('evil');
  });

  it('is none unless the host lists some, and none that the address of the callback names', async () => {
    const world = worldOf();
    const { path, arrive } = await decided(world, world.browser('ada'), 'approve', { returnTo: '/' });
    const answer = await world.browser('ada').call('GET', `${path}&returnTo=https://evil.example&return_to=//evil.example`);
    expect(answer.headers.get('refresh')).toBeNull();
    expect((await arrive()).headers.get('refresh')).toBeNull();
  });

  it('is not asked for where the callback is a page', async () => {
    const { browser } = createWorld({ handler: { allowedOrigins: [APP], ...paths } });
    expect((await start(browser('ada'), { returnTo: '/anywhere' })).status).toBe(201);
  });

  it.each(['//evil.example', 'settings', 'https://evil.example/', '/a\\b'])('%j on the host’s own list is told as a wrong option', async (path) => {
    const { browser } = worldOf('seed', { returnPaths: [path] });
    expect((await errorOf(await browser('ada').call('GET', '/connectors'))).code).toBe('handler_misconfigured');
  });
});

describe('a page on another site than the handler', () => {
  it('is told at the start that it needs a callback page', async () => {
    const { browser, sandbox } = worldOf();
    expect(await errorOf(await start(browser('ada'), {}, { 'sec-fetch-site': 'cross-site' }))).toEqual({ status: 409, code: 'callback_needs_page' });
    expect(sandbox.requests.filter(({ path }) => path.includes('oauth'))).toEqual([]);
  });
});

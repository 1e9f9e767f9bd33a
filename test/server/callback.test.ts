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
    const { arrive } = await decided(world, world.browser('ada'));
    world.sandbox.addFault(unavailable({ match: { path: /\/integrations\/connectors/ }, times: 3 }));
    const waiting = await arrive();
    expect([waiting.status, waiting.headers.get('refresh'), waiting.headers.getSetCookie()]).toEqual([502, '5', []]);
    expect(await waiting.text()).not.toContain('<script');
    for (let repeat = 0; repeat < 3 && world.sandbox.connectors('ada').length === 0; repeat += 1) {
      world.clock.advance(5_000);
      await arrive();
    }
    expect(await (await arrive()).text()).toContain('data-outcome="connected"');
    expect(world.sandbox.connectors('ada')).toHaveLength(1);
  });

  it('tells nobody, and connects nothing, in a browser that did not start it', async () => {
    const world = worldOf(generation);
    const { arrive } = await decided(world, world.browser('ada'));
    for (const other of ['ben', 'ada', null]) {
      const answer = await arrive(world.browser(other));
      expect([answer.status, await answer.text()]).toEqual([403, expect.not.stringContaining('<script')]);
    }
    expect(world.sandbox.connectors()).toEqual([]);
    expect(world.events).toContainEqual(expect.objectContaining({ type: 'attempt_refused', code: 'attempt_foreign' }));
  });
});

describe('an address that anybody has written', () => {
  it.each(['', '?ack_state=x', '?secret_id=s', '?ack_state=%3Cscript%3E', '?error=%22%3E%3Cscript%3Ealert(1)%3C/script%3E'])(
    '%j runs nothing',
    async (query) => {
      const world = worldOf();
      const answer = await world.browser('ada').call('GET', `/callback${query}`);
      expect([answer.status, await answer.text()]).toEqual([404, expect.not.stringContaining('script>')]);
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'none'");
      expect(world.sandbox.requests).toEqual([]);
    },
  );

  it('has its words from the host, escaped', async () => {
    const said = { title: 'Nö <b>"', text: "'&" };
    const callbackWords = { lang: 'de', connected: said, failed: said, waiting: said, foreign: said };
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
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${APP}${path}`]);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(world.sandbox.connectors('ada')).toHaveLength(1);
    expect((await arrive()).headers.get('location')).toBe(`${APP}${path}`);
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
  ])('%j is refused at the start', async (returnTo) => {
    const { browser, sandbox } = worldOf('seed', paths);
    expect(await errorOf(await start(browser('ada'), { returnTo }))).toEqual({
      status: 422,
      code: 'invalid_input',
      fieldErrors: { returnTo: { code: 'enum' } },
    });
    expect(sandbox.requests.filter(({ path }) => path.includes('oauth'))).toEqual([]);
  });

  it('is none unless the host lists some, and none that the address of the callback names', async () => {
    const world = worldOf();
    expect((await start(world.browser('ada'), { returnTo: '/' })).status).toBe(422);
    const { path, arrive } = await decided(world, world.browser('ada'));
    const answer = await world.browser('ada').call('GET', `${path}&returnTo=https://evil.example&return_to=//evil.example`);
    expect(answer.headers.get('location')).toBeNull();
    expect((await arrive()).headers.get('location')).toBeNull();
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

import { describe, expect, it } from 'vitest';
import type { Browser } from '../harness.js';
import { callsDuring, created, createWorld, HUBSPOT, STRIPE } from '../world.js';

/** What a proxy or an attacker may send to say where the request came in. */
const SPOOFED: Record<string, string> = {
  host: 'evil.example',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'http',
  'x-forwarded-port': '8443',
  'x-forwarded-for': '127.0.0.1',
  'x-real-ip': '127.0.0.1',
  forwarded: 'for=127.0.0.1;host=evil.example;proto=http',
  'x-original-url': '/api/airbyte/token',
  'x-rewrite-url': '/api/airbyte/token',
  'x-http-method-override': 'DELETE',
  'x-original-host': 'evil.example',
  'x-forwarded-prefix': '/evil',
};

/** Everything that an answer says but what is random in each. */
async function said(response: Response): Promise<string> {
  const headers = [...response.headers].map(([name, value]) => (name === 'x-request-id' ? name : `${name}: ${value}`));
  const text = `${response.status}\n${headers.join('\n')}\n${await response.text()}`;
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=ack-)[\w-]{22}(=[^;]+)?|"[\w-]{22}"|session=[\w-]+/g, '*');
}

const ROUTES: [string, (ada: Browser, headers: Record<string, string>) => Promise<Response>][] = [
  ['a list', (ada, headers) => ada.call('GET', '/connectors', { headers })],
  ['a create', (ada, headers) => ada.call('POST', '/connectors', { body: STRIPE, headers })],
  ['a start of a sign-in', (ada, headers) => ada.call('POST', '/attempts', { body: HUBSPOT, headers })],
  ['an unknown route', (ada, headers) => ada.call('GET', '/nowhere', { headers })],
  ['a refused origin', (ada, headers) => ada.call('POST', '/connectors', { body: STRIPE, headers: { ...headers, origin: 'https://evil.example' } })],
  ['a preflight', (ada, headers) => ada.call('OPTIONS', '/connectors', { headers: { ...headers, 'access-control-request-method': 'POST' } })],
];

describe.each(ROUTES)('%s', (_, ask) => {
  it.each(Object.entries(SPOOFED))('is the same whatever %s says', async (name, value) => {
    const [plain, spoofed] = [createWorld(), createWorld()];
    const of = async (world: typeof plain, headers: Record<string, string>) => {
      let answer = '';
      const calls = await callsDuring(world.sandbox, async () => {
        answer = await said(await ask(world.browser('ada'), headers));
      });
      return { answer, calls, bodies: await Promise.all(world.sandbox.requests.map(({ body }) => JSON.stringify(body)?.replace(/ack_state=[\w.-]+/, ''))) };
    };
    const attacked = await of(spoofed, { [name]: value });
    expect(attacked).toEqual(await of(plain, {}));
    expect(JSON.stringify(attacked)).not.toContain('evil.example/');
  });
});

const CRLF = ['\r\nset-cookie: ack-x=evil', '\nlocation: https://evil.example', '\u2028x-evil: 1', '\0', '%0d%0aset-cookie:%20evil=1'];

describe.each(CRLF)('a line break in what people name: %j', (injected) => {
  const isClean = ({ headers }: Response) => {
    expect(headers.getSetCookie()).toEqual([]);
    for (const [name, value] of headers) expect(`${name}: ${value}`).not.toMatch(/evil(=|\.|:)|[\r\n\0]/);
  };

  it('stays in the name of a connector', async () => {
    const { browser, sandbox } = createWorld();
    const ada = browser('ada');
    const id = await created(ada);
    const renamed = await ada.call('PATCH', `/connectors/${id}`, { body: { name: `Mine${injected}` } });
    isClean(renamed);
    for (const { headers, path } of sandbox.requests) {
      expect(headers).not.toHaveProperty('x-evil');
      expect(path).not.toContain('evil');
    }
  });

  it.each(['definition', 'method', 'name'])('does nothing in the %s of a create', async (key) => {
    const { browser, sandbox } = createWorld();
    isClean(await browser('ada').call('POST', '/connectors', { body: { ...STRIPE, [key]: `x${injected}` } }));
    for (const { path } of sandbox.requests) expect(path).not.toContain('evil');
  });

  it('does nothing in an id of a path, nor in a filter', async () => {
    const { browser, sandbox } = createWorld();
    const ada = browser('ada');
    const name = encodeURIComponent(`x${injected}`);
    for (const path of [`/connectors/${name}`, `/connectors/${name}/operations`, `/definitions/${name}`, `/attempts/${name}`, `/connectors?definition=${name}`])
      isClean(await ada.call('GET', path));
    for (const { path, headers } of sandbox.requests) expect(path + JSON.stringify(headers)).not.toMatch(/evil/);
  });

  it('does nothing in the parameters of a callback', async () => {
    const { browser } = createWorld();
    isClean(
      await browser('ada').call('POST', '/attempts/complete', { body: { state: `x${injected}`, params: { error: injected, error_description: injected } } }),
    );
    isClean(await browser('ada').call('GET', `/callback?ack_state=${encodeURIComponent(injected)}&error=${encodeURIComponent(injected)}`));
  });
});

import { describe, expect, it } from 'vitest';
import { badGateway, brokenJson, cut, unavailable } from '../../src/sandbox/index.js';
import { memoryStore, type Store } from '../../src/server/index.js';
import { createBrowser, errorOf } from './harness.js';
import { createWorld, REFUSED_STRIPE, STRIPE } from './world.js';

const KEY = { 'idempotency-key': '"5c1f-a"' };
const CREATE = { match: { method: 'POST', path: /\/integrations\/connectors$/ }, times: 1 };

const bodyOf = async (response: Response) => ({ status: response.status, ...(await response.json()) });

describe.each(['current', 'seed'] as const)('a create with a key, in the %s generation', (generation) => {
  it('gives a repeat the first answer, with the key in quotes or without', async () => {
    const told: string[] = [];
    const { browser, sandbox } = createWorld({ generation, handler: { onConnected: ({ connector }) => void told.push(connector.id) } });
    const ada = browser('ada');
    const first = await bodyOf(await ada.call('POST', '/connectors', { body: STRIPE, headers: KEY }));
    const before = sandbox.requests.length;
    expect(await bodyOf(await ada.call('POST', '/connectors', { body: STRIPE, headers: { 'idempotency-key': '5c1f-a' } }))).toEqual(first);
    expect(first).toMatchObject({ status: 201, connector: { definition: { slug: 'stripe' } } });
    expect(sandbox.connectors('ada')).toHaveLength(1);
    expect(told).toHaveLength(1);
    expect(sandbox.requests.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('makes those that come meanwhile wait for it, on one instance and over two', async () => {
    const store = memoryStore();
    const { browser, another, sandbox } = createWorld({ generation, handler: { store } });
    const elsewhere = createBrowser(another().handler, 'ada');
    const send = (from = browser('ada')) => from.call('POST', '/connectors', { body: STRIPE, headers: KEY });
    const answers = await Promise.all([send(), send(), send(elsewhere)].map(async (answer) => bodyOf(await answer)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ connector }) => connector.id)).size).toBe(1);
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });

  it.each([
    ['cut', cut(CREATE)],
    ['broken', brokenJson(CREATE)],
    ["a gateway's page", badGateway(CREATE)],
    ['a 500', unavailable(CREATE)],
  ])('whose answer is %s ends with one connector when it is repeated', async (_, fault) => {
    const { browser, sandbox, clock } = createWorld({ generation });
    sandbox.addFault(fault);
    const send = () => browser('ada').call('POST', '/connectors', { body: STRIPE, headers: KEY });
    expect((await send()).status).toBe(502);
    expect(await errorOf(await send())).toEqual({ status: 503, code: 'create_unsettled', retryAfter: 5 });
    expect(sandbox.connectors('ada')).toEqual([]);
    clock.advance(5_000);
    expect((await send()).status).toBe(201);
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });

  it('whose answer is lost after Airbyte has made it finds it again', async () => {
    const { sandbox, another } = createWorld({ generation });
    let lost = false;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const answer = await sandbox.fetch(input, init);
      if (lost || init?.method !== 'POST' || !String(input).endsWith('/connectors')) return answer;
      lost = true;
      throw new TypeError('reset');
    };
    const ada = createBrowser(another({ fetch }).handler, 'ada');
    const send = () => ada.call('POST', '/connectors', { body: STRIPE, headers: KEY });
    expect((await send()).status).toBe(502);
    const [made] = sandbox.connectors('ada');
    expect((await bodyOf(await send())).connector.id).toBe(made?.id);
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });

  it.each([
    ['that was there before, made by somebody else', 'before'],
    ['that another create has made meanwhile', 'meanwhile'],
  ])('takes no connector for its own %s', async (_, time) => {
    const { browser, sandbox, another, clock } = createWorld({ generation });
    const ada = browser('ada');
    const others = createBrowser(another().handler, 'ada');
    if (time === 'before') await others.call('POST', '/connectors', { body: STRIPE });
    clock.advance(1_000);
    sandbox.addFault(cut(CREATE));
    const send = () => ada.call('POST', '/connectors', { body: STRIPE, headers: KEY });
    expect((await send()).status).toBe(502);
    if (time === 'meanwhile') await ada.call('POST', '/connectors', { body: STRIPE });
    const [other] = sandbox.connectors('ada');
    clock.advance(5_000);
    expect((await bodyOf(await send())).connector.id).not.toBe(other?.id);
    expect(sandbox.connectors('ada')).toHaveLength(2);
  });

  it('never creates where more than one could be it', async () => {
    const { sandbox, another, browser } = createWorld({ generation });
    let armed = true;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const answer = await sandbox.fetch(input, init);
      if (!armed || init?.method !== 'POST' || !String(input).endsWith('/connectors')) return answer;
      throw new TypeError('reset');
    };
    const { handler } = another({ fetch });
    const ada = createBrowser(handler, 'ada');
    await ada.call('POST', '/connectors', { body: STRIPE, headers: KEY });
    await ada.call('POST', '/connectors', { body: { ...STRIPE, name: 'Other' }, headers: { 'idempotency-key': 'other' } });
    armed = false;
    expect(sandbox.connectors('ada')).toHaveLength(2);
    expect(await errorOf(await ada.call('POST', '/connectors', { body: STRIPE, headers: KEY }))).toEqual({ status: 409, code: 'create_unclear' });
    expect(sandbox.connectors('ada')).toHaveLength(2);
    expect((await browser('ada').call('POST', '/connectors', { body: STRIPE })).status).toBe(201);
  });
});

describe('a key', () => {
  it('that comes with another body is refused, also one that differs by a credential only', async () => {
    const { browser, sandbox } = createWorld();
    const ada = browser('ada');
    await ada.call('POST', '/connectors', { body: STRIPE, headers: KEY });
    for (const body of [REFUSED_STRIPE, { ...STRIPE, name: 'Other' }])
      expect(await errorOf(await ada.call('POST', '/connectors', { body, headers: KEY }))).toEqual({ status: 422, code: 'idempotency_key_reused' });
    expect(sandbox.connectors()).toHaveLength(1);
  });

  it('of another user is another key: it tells nothing and gives nothing', async () => {
    const { browser, sandbox } = createWorld();
    const ada = await bodyOf(await browser('ada').call('POST', '/connectors', { body: STRIPE, headers: KEY }));
    const ben = await bodyOf(await browser('ben').call('POST', '/connectors', { body: STRIPE, headers: KEY }));
    expect(ben.status).toBe(201);
    expect(ben.connector.id).not.toBe(ada.connector.id);
    expect(await bodyOf(await browser('carol').call('POST', '/connectors', { body: { ...STRIPE, name: 'x' }, headers: KEY }))).toMatchObject({ status: 201 });
    expect(['ada', 'ben', 'carol'].map((user) => sandbox.connectors(user).length)).toEqual([1, 1, 1]);
  });

  it.each(['', '""', '"a b"', 'x'.repeat(256), '"a"b"'])('of the form %j is refused', async (key) => {
    const { browser, sandbox } = createWorld();
    expect((await errorOf(await browser('ada').call('POST', '/connectors', { body: STRIPE, headers: { 'idempotency-key': key } }))).code).toBe('bad_request');
    expect(sandbox.connectors()).toEqual([]);
  });

  it('is free again after a definite refusal, and after the host did not take the connector over', async () => {
    let isDown = true;
    const { browser, sandbox } = createWorld({ handler: { onConnected: () => (isDown ? Promise.reject(new Error('down')) : undefined) } });
    const ada = browser('ada');
    const incomplete = { ...STRIPE, values: { credentials: STRIPE.values.credentials } };
    for (let repeat = 0; repeat < 2; repeat += 1)
      expect((await errorOf(await ada.call('POST', '/connectors', { body: incomplete, headers: KEY }))).code).toBe('invalid_input');
    expect((await ada.call('POST', '/connectors', { body: STRIPE, headers: KEY })).status).toBe(500);
    expect(sandbox.connectors()).toEqual([]);
    isDown = false;
    expect((await ada.call('POST', '/connectors', { body: STRIPE, headers: KEY })).status).toBe(201);
    expect(sandbox.connectors()).toHaveLength(1);
  });

  it('without which a repeat creates again', async () => {
    const { browser, sandbox } = createWorld();
    await browser('ada').call('POST', '/connectors', { body: STRIPE });
    await browser('ada').call('POST', '/connectors', { body: STRIPE });
    expect(sandbox.connectors('ada')).toHaveLength(2);
  });
});

describe('what the store holds of creates', () => {
  it('is neither a credential, nor a key, nor a user', async () => {
    const kept: string[] = [];
    const inner = memoryStore();
    const note = (...parts: string[]) => void kept.push(...parts);
    const store: Store = {
      ...inner,
      set(key, value, ttl) {
        note(key, value);
        return inner.set(key, value, ttl);
      },
      setIfAbsent(key, value, ttl) {
        note(key, value);
        return inner.setIfAbsent(key, value, ttl);
      },
    };
    const { browser } = createWorld({ handler: { store } });
    await browser('ada').call('POST', '/connectors', { body: STRIPE, headers: { 'idempotency-key': 'marked-key' } });
    const text = kept.join('\n');
    expect(text).toContain('"stage":"intended"');
    expect(text).toContain('"stage":"done"');
    for (const secret of ['sk_test_good', 'marked-key', '"ada"']) expect(text).not.toContain(secret);
  });
});

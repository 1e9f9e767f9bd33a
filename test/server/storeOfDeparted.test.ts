import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/server/index.js';
import { callbackOf, complete, created, createWorld, STRIPE, started, ZENDESK } from './world.js';

const SECRET = 'sk_test_marked_0123456789';
const MINUTES_30 = 1_800;
const DAY = 86_400;

/** A store that shows what it holds. */
function openStore() {
  const held = new Map<string, { value: string; ttl: number }>();
  const store: Store = {
    get: async (key) => held.get(key)?.value ?? null,
    set: async (key, value, ttl) => void held.set(key, { value, ttl }),
    setIfAbsent: async (key, value, ttl) => {
      if (held.has(key)) return false;
      held.set(key, { value, ttl });
      return true;
    },
    delete: async (key) => void held.delete(key),
  };
  const kinds = () => [...held.keys()].map((key) => key.split(':')[1] ?? '').sort();
  return { store, held, kinds };
}

const withKey = (idempotencyKey: string) => ({
  body: { ...STRIPE, name: 'Till', values: { ...STRIPE.values, credentials: { api_key: SECRET } } },
  headers: { 'idempotency-key': `"${idempotencyKey}"` },
});

describe('what the store holds of a user who was removed', () => {
  it('is nothing of creates whose connectors went with the user', async () => {
    const { store, held, kinds } = openStore();
    const { browser, handler, sandbox } = createWorld({ handler: { store } });
    for (const key of ['one', 'two']) expect((await browser('ada').call('POST', '/connectors', withKey(key))).status).toBe(201);
    expect((await browser('ben').call('POST', '/connectors', withKey('one'))).status).toBe(201);
    expect(kinds().filter((kind) => kind === 'create')).toHaveLength(3);
    expect((await handler.api.deleteUser('ada')).removed).toHaveLength(2);
    expect(kinds()).toEqual(['create', 'departed', 'taken', 'taken', 'taken']);
    expect([...held.values()].filter(({ value }) => value.includes('Till')).map(({ value }) => value)).toEqual([
      expect.stringContaining(sandbox.connectors('ben')[0]?.id ?? 'none'),
    ]);
  });

  it('is of the other user’s creates what it was: a repeat gets the first answer', async () => {
    const { store } = openStore();
    const { browser, handler } = createWorld({ handler: { store } });
    await browser('ada').call('POST', '/connectors', withKey('one'));
    const first = await (await browser('ben').call('POST', '/connectors', withKey('one'))).json();
    await handler.api.deleteUser('ada');
    expect(await (await browser('ben').call('POST', '/connectors', withKey('one'))).json()).toEqual(first);
  });

  it('ends by itself, holds no secret, and names the user in notes of sign-ins only', async () => {
    const { store, held, kinds } = openStore();
    const { browser, handler, sandbox, clock } = createWorld({ handler: { store } });
    const ada = browser('ada-the-user');
    // A create, one whose connector she removed herself, a sign-in that ended, and one with large inputs that did not.
    await ada.call('POST', '/connectors', withKey('one'));
    const { connector } = await (await ada.call('POST', '/connectors', withKey('two'))).json();
    await ada.call('DELETE', `/connectors/${connector.id}`);
    clock.advance(1_000);
    await created(ada);
    const ended = callbackOf(sandbox.decideConsent((await started(ada, ZENDESK)).consentUrl, 'approve'));
    await complete(ada, ended);
    const values = { environment: { subdomain: 'acme' }, replication_config: { start_date: `2020-01-01T00:00:00Z${' '.repeat(3_000)}${SECRET}` } };
    await started(ada, { ...ZENDESK, values });
    await handler.api.deleteUser('ada-the-user');
    expect(kinds()).toEqual(['attempt', 'create', 'departed', 'inputs', 'made', 'outcome', 'taken', 'taken', 'taken', 'taken']);
    for (const [key, { value, ttl }] of held) {
      const kind = key.split(':')[1] ?? '';
      expect(ttl, key).toBeLessThanOrEqual(kind === 'create' || kind === 'taken' ? DAY : MINUTES_30);
      expect(`${key} ${value}`).not.toContain(SECRET);
      expect(`${key} ${value}`).not.toContain(ended.state);
      expect(`${key} ${value}`.includes('ada-the-user'), key).toBe(kind === 'attempt');
    }
  });
});

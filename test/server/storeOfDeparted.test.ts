import { describe, expect, it } from 'vitest';
import { status, unavailable } from '../../src/sandbox/index.js';
import { memoryStore, type Store } from '../../src/server/index.js';
import { createClock } from './harness.js';
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

  it('stays while the connector can not be removed: a repeat makes no second one', async () => {
    const { store, kinds } = openStore();
    const { browser, handler, sandbox, clock } = createWorld({ handler: { store } });
    const create = async () => (await browser('ada').call('POST', '/connectors', withKey('one'))).json();
    const first = await create();
    sandbox.addFault(unavailable({ match: { method: 'DELETE' }, times: 1 }));
    expect(await handler.api.deleteUser('ada')).toMatchObject({ removed: [], left: [{ connectorId: first.connector.id }] });
    clock.advance(1);
    expect(await create()).toEqual(first);
    expect(sandbox.connectors('ada')).toHaveLength(1);
    expect((await handler.api.deleteUser('ada')).removed).toEqual([first.connector.id]);
    expect(kinds()).not.toContain('create');
  });

  it('goes too where the connector was gone already', async () => {
    const { store, kinds } = openStore();
    const { browser, handler, sandbox } = createWorld({ handler: { store } });
    await browser('ada').call('POST', '/connectors', withKey('one'));
    sandbox.addFault(status(404, { match: { method: 'DELETE' }, times: 1 }));
    expect((await handler.api.deleteUser('ada')).removed).toHaveLength(1);
    expect(kinds()).not.toContain('create');
  });

  it('goes too when the notes of sign-ins would have ended long ago: a key answers for a day', async () => {
    const clock = createClock();
    const store = memoryStore({ now: clock.now });
    const { browser, handler, sandbox } = createWorld({ handler: { store, now: clock.now }, sandbox: { now: clock.now } });
    const create = async () => (await browser('ada').call('POST', '/connectors', withKey('one'))).json();
    const first = await create();
    clock.advance(31 * 60_000);
    expect(await create()).toEqual(first);
    expect((await handler.api.deleteUser('ada')).removed).toEqual([first.connector.id]);
    clock.advance(1);
    // The key is forgotten: what is asked for after the removal is a create of its own.
    const second = await create();
    expect(sandbox.connectors('ada')).toMatchObject([{ id: second.connector.id }]);
    expect(second.connector.id).not.toBe(first.connector.id);
  });

  it('is who has made a connector, for a day with a key, and without one for as long as a sign-in may name it', async () => {
    const { store, held } = openStore();
    const { browser } = createWorld({ handler: { store } });
    const takenFor = () => [...held].filter(([key]) => key.startsWith('ack:taken:')).map(([, { ttl }]) => ttl);
    await created(browser('ada'));
    expect(takenFor()).toEqual([MINUTES_30]);
    await browser('ada').call('POST', '/connectors', withKey('one'));
    expect(takenFor()).toEqual([MINUTES_30, DAY]);
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

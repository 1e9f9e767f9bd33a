import { describe, expect, it } from 'vitest';
import { instances } from '../../src/airbyte/index.js';
import { builtInCatalog, type Catalog } from '../../src/catalog/index.js';
import { brokenJson, status, unavailable } from '../../src/sandbox/index.js';
import type { ConnectedInfo, ConnectHandlerOptions } from '../../src/server/index.js';
import { type Browser, errorOf } from './harness.js';
import { callbackOf, complete, created, createWorld, HUBSPOT, REFUSED_STRIPE, STRIPE, started } from './world.js';

const KEY = { method: STRIPE.method, values: STRIPE.values };
const REFUSED_KEY = { method: STRIPE.method, values: REFUSED_STRIPE.values };
const HUBSPOT_KEY = { definition: 'hubspot', method: 'hubspotPrivateApp', values: { credentials: { private_app_token: 'pat-1' } } };

/** Knows no call by which credentials could be tried; `noCheck` takes Airbyte's own away as well. */
const withoutChecks: Catalog = {
  ...builtInCatalog,
  load: async (idOrSlug) => {
    const entry = await builtInCatalog.load(idOrSlug);
    return entry === null ? null : { ...entry, check: null };
  },
};

const noCheck = status(404, { match: { path: /check/ } });

function worldOf(handler: Partial<ConnectHandlerOptions> = {}) {
  const told: ConnectedInfo[] = [];
  const world = createWorld({ generation: 'seed', handler: { onConnected: (info) => void told.push(info), ...handler } });
  const listed = () => {
    world.clock.advance(1_000);
    return world.sandbox.connectors('ada').map(({ id }) => id);
  };
  const consented = async (ada: Browser, replaces: string) => {
    const { consentUrl } = await started(ada, { ...HUBSPOT, replaces });
    return callbackOf(world.sandbox.decideConsent(consentUrl, 'approve'));
  };
  const replaced = () => told.flatMap(({ replaces }) => replaces ?? []);
  return { ...world, told, listed, consented, replaced };
}

describe('a connector that gets new credentials which nobody can try', () => {
  it.each([
    ['is not there', noCheck],
    ['refuses the bearer', status(403, { match: { path: /check/ } })],
    ['can not be read', brokenJson({ match: { path: /check/ } })],
  ])('stays beside the new one, by key, where the check %s', async (_why, fault) => {
    const { browser, listed, replaced, events, sandbox } = worldOf({ catalog: withoutChecks });
    sandbox.addFault(fault);
    const ada = browser('ada');
    const old = await created(ada);
    const send = () => ada.call('POST', `/connectors/${old}/credentials`, { body: REFUSED_KEY, headers: { 'idempotency-key': 'k' } });
    const answer = await send();
    const body = await answer.json();
    expect([answer.status, body.replaces]).toEqual([201, undefined]);
    expect(await (await send()).json()).toEqual(body);
    expect(listed()).toEqual([old, body.connector.id]);
    expect(replaced()).toEqual([]);
    expect(events.map(({ type }) => type)).not.toContain('connector_deleted');
  });

  it('stays beside the new one, by consent', async () => {
    const { browser, listed, replaced, consented, sandbox } = worldOf({ catalog: withoutChecks });
    sandbox.addFault(noCheck);
    const ada = browser('ada');
    const old = await created(ada, HUBSPOT_KEY);
    const outcome = await (await complete(ada, await consented(ada, old))).json();
    expect([outcome.status, outcome.replaces]).toEqual(['connected', undefined]);
    expect(listed()).toEqual([old, outcome.connector.id]);
    expect(replaced()).toEqual([]);
  });

  it('stays beside the new one where the check of a consent fails in passing, which the answer and the log say', async () => {
    const { browser, listed, consented, sandbox, events } = worldOf();
    const ada = browser('ada');
    const old = await created(ada, HUBSPOT_KEY);
    const callback = await consented(ada, old);
    sandbox.addFault(unavailable({ match: { path: /execute/ } }));
    const outcome = await (await complete(ada, callback)).json();
    expect([outcome.status, outcome.replaces]).toEqual(['connected', undefined]);
    expect(listed()).toEqual([old, outcome.connector.id]);
    expect(events).toContainEqual(expect.objectContaining({ type: 'error', error: expect.objectContaining({ code: 'upstream_unavailable' }) }));
  });
});

it('a refused consent whose connector cannot be removed says that one is left', async () => {
  const { browser, listed, consented, sandbox } = worldOf();
  const ada = browser('ada');
  const old = await created(ada, HUBSPOT_KEY);
  const callback = await consented(ada, old);
  sandbox.addFault(status(401, { match: { path: /execute/ } }));
  sandbox.addFault(status(500, { match: { method: 'DELETE' } }));
  expect(await (await complete(ada, callback)).json()).toMatchObject({ status: 'failed', error: { code: 'refused_connector_left' } });
  expect(listed()).toHaveLength(2);
});

describe('one connector that is connected again twice', () => {
  it('is replaced once: the second sign-in is refused, and what it made is removed', async () => {
    const { browser, listed, replaced, consented } = worldOf();
    const [here, there] = [browser('ada'), browser('ada')];
    const old = await created(here, HUBSPOT_KEY);
    const [one, other] = [await consented(here, old), await consented(there, old)];
    const first = await (await complete(here, one)).json();
    const second = await (await complete(there, other)).json();
    expect(first).toMatchObject({ status: 'connected', replaces: old });
    expect(second).toMatchObject({ status: 'failed', error: { code: 'connector_not_found' } });
    expect(listed()).toEqual([first.connector.id]);
    expect(replaced()).toEqual([old]);
  });

  it('is replaced once by two keys that come at the same time', async () => {
    const { browser, listed, replaced } = worldOf();
    const ada = browser('ada');
    const old = await created(ada);
    const send = (key: string) => ada.call('POST', `/connectors/${old}/credentials`, { body: KEY, headers: { 'idempotency-key': key } });
    const answers = await Promise.all([send('a'), send('b')]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 404]);
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(listed()).toEqual(bodies.flatMap(({ connector }) => connector?.id ?? []));
    expect(replaced()).toEqual([old]);
  });

  it.each([
    ['the host did not take the first one over', 'host'],
    ['the old one could not be removed', 'airbyte'],
  ])('is free for another time when %s', async (_why, who) => {
    let fails = who === 'host';
    const { browser, listed, sandbox } = worldOf({
      onConnected: ({ replaces }) => {
        if (fails && replaces !== undefined) throw new Error('The host’s database is away.');
      },
    });
    const ada = browser('ada');
    const old = await created(ada);
    if (who === 'airbyte') sandbox.addFault(status(500, { times: 1, match: { method: 'DELETE' } }));
    const send = () => ada.call('POST', `/connectors/${old}/credentials`, { body: KEY });
    await send();
    expect(listed()).toContain(old);
    fails = false;
    const { replaces } = await (await send()).json();
    expect(replaces).toBe(old);
    expect(listed()).not.toContain(old);
  });
});

describe('where Airbyte removes no connector', () => {
  async function instance() {
    const world = worldOf({ pattern: instances() });
    const ada = world.browser('ada');
    const body = { ...STRIPE, values: { credentials: STRIPE.values.credentials } };
    const old = await created(ada, body);
    const shown = async () => (await (await ada.call('GET', '/connectors')).json()).connectors.map(({ id }: { id: string }) => id);
    return { ...world, ada, old, shown };
  }

  it('nothing is said to be replaced', async () => {
    const { ada, old, shown, replaced } = await instance();
    const body = await (
      await ada.call('POST', `/connectors/${old}/credentials`, { body: { ...KEY, values: { credentials: STRIPE.values.credentials } } })
    ).json();
    expect(body.replaces).toBeUndefined();
    expect(await shown()).toEqual([old, body.connector.id]);
    expect(replaced()).toEqual([]);
  });

  it('a refusal says that a connector is left', async () => {
    const { ada, old, shown } = await instance();
    const answer = await ada.call('POST', `/connectors/${old}/credentials`, {
      body: { ...REFUSED_KEY, values: { credentials: REFUSED_STRIPE.values.credentials } },
    });
    expect((await errorOf(answer)).code).toBe('refused_connector_left');
    expect(await shown()).toHaveLength(2);
  });

  it('off-boarding says what is left', async () => {
    const { handler, old } = await instance();
    expect(await handler.api.deleteUser('ada')).toMatchObject({ removed: [], left: [{ connectorId: old, error: { code: 'not_supported' } }] });
  });
});

import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { type Browser, createBrowser, errorOf } from './harness.js';
import { callbackOf, complete, created, createWorld, started, ZENDESK } from './world.js';

const GENERATIONS = ['current', 'seed'] as const;
const HUBSPOT_KEY = { definition: 'hubspot', method: 'hubspotPrivateApp', values: { credentials: { private_app_token: 'pat-1' } } };
const codeOf = async (response: Response): Promise<string> => (await errorOf(response)).code;
const idsOf = (sandbox: Sandbox, user: string) => sandbox.connectors(user).map(({ id }) => id);

/** Ada has started, and the consent was given: by whom does not show in the callback. */
async function consented(world: ReturnType<typeof createWorld>, ada: Browser) {
  const attempt = await started(ada);
  return { ...attempt, callback: callbackOf(world.sandbox.decideConsent(attempt.consentUrl, 'approve')) };
}

describe.each(GENERATIONS)('a consent link that is sent to somebody else, in the %s generation', (generation) => {
  it.each(['ben', null])('is worth nothing when it ends in the browser of %s', async (other) => {
    const world = createWorld({ generation });
    const ada = world.browser('ada');
    const { callback } = await consented(world, ada);
    expect(idsOf(world.sandbox, 'ada')).toHaveLength(generation === 'current' ? 1 : 0);
    const response = await complete(world.browser(other), callback);
    expect(await errorOf(response)).toEqual({ status: 403, code: 'attempt_foreign' });
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(world.sandbox.connectors()).toEqual([]);
    expect(world.events.at(-2)).toMatchObject({ type: 'attempt_refused', code: 'attempt_foreign', removed: generation === 'current' });
  });

  it('is worth nothing when another user is signed in in the same browser', async () => {
    const world = createWorld({ generation });
    const browser = world.browser('ada');
    const { attemptId, callback } = await consented(world, browser);
    browser.user = 'ben';
    expect(await codeOf(await browser.call('GET', `/attempts/${attemptId}`))).toBe('attempt_unknown');
    expect(await codeOf(await complete(browser, callback))).toBe('attempt_foreign');
    expect(world.sandbox.connectors()).toEqual([]);
  });
});

describe('a forged state', () => {
  it('is refused with and without the cookie, and removes nothing', async () => {
    const world = createWorld();
    const ada = world.browser('ada');
    const { attemptId, callback } = await consented(world, ada);
    const made = idsOf(world.sandbox, 'ada');
    const forged = { ...callback, state: `${attemptId}.${'A'.repeat(43)}` };
    expect(await codeOf(await complete(ada, forged))).toBe('attempt_unknown');
    expect(await codeOf(await complete(world.browser('ben'), forged))).toBe('attempt_foreign');
    for (const state of ['', attemptId, `${attemptId}.`, `${callback.state}x`, `x.${callback.state}`])
      expect(await codeOf(await complete(ada, { ...callback, state }))).toBe('attempt_unknown');
    expect(idsOf(world.sandbox, 'ada')).toEqual(made);
    expect(await (await complete(ada, callback)).json()).toMatchObject({ status: 'connected' });
  });
});

describe('a forged cookie', () => {
  const attack = async (forge: (cookies: Map<string, string>, name: string) => void) => {
    const world = createWorld({ generation: 'seed' });
    const ada = world.browser('ada');
    const { attemptId, callback } = await consented(world, ada);
    const name = `__Host-ack-${attemptId}`;
    forge(ada.cookies, name);
    const code = await codeOf(await complete(ada, callback));
    expect(world.sandbox.connectors()).toEqual([]);
    return code;
  };

  it('is refused when it was changed', async () => {
    expect(await attack((cookies, name) => cookies.set(name, `${cookies.get(name)?.slice(0, -2)}xx`))).toBe('attempt_foreign');
    expect(await attack((cookies, name) => cookies.set(name, 'text'))).toBe('attempt_foreign');
    expect(await attack((cookies, name) => cookies.set(name, ''))).toBe('attempt_foreign');
  });

  it('is refused under the unprefixed name that another subdomain could set', async () => {
    expect(
      await attack((cookies, name) => {
        cookies.set(name.replace('__Host-', ''), cookies.get(name) ?? '');
        cookies.delete(name);
      }),
    ).toBe('attempt_foreign');
  });

  it('is refused when it was sealed with another secret, or for another attempt', async () => {
    const world = createWorld({ generation: 'seed' });
    const ada = world.browser('ada');
    const first = await consented(world, ada);
    const second = await started(ada, ZENDESK);
    const value = ada.cookies.get(`__Host-ack-${second.attemptId}`) ?? '';
    ada.cookies.set(`__Host-ack-${first.attemptId}`, value);
    expect(await codeOf(await complete(ada, first.callback))).toBe('attempt_foreign');
    const elsewhere = createBrowser(world.another({ secret: 'another secret of 32 characters!!' }).handler, 'ada');
    const third = await consented(world, ada);
    elsewhere.cookies = ada.cookies;
    expect(await codeOf(await complete(elsewhere, third.callback))).toBe('attempt_foreign');
    expect(world.sandbox.connectors()).toEqual([]);
  });
});

describe('a forged connector_id', () => {
  /** Everything that can go wrong with a callback, each with an id in it that the consent did not make. */
  const REFUSALS: Record<string, (world: ReturnType<typeof createWorld>, ada: Browser, callback: { state: string; params: object }) => Promise<Response>> = {
    'in the own callback': (_world, ada, callback) => complete(ada, callback),
    'with a denial beside it': (_world, ada, { state, params }) => complete(ada, { state, params: { ...params, error: 'access_denied' } }),
    'without the cookie': (world, _ada, callback) => complete(world.browser('ben'), callback),
    'as another user': (_world, ada, callback) => {
      ada.user = 'ben';
      return complete(ada, callback);
    },
    'too late': (world, ada, callback) => {
      world.clock.advance(900_001);
      return complete(ada, callback);
    },
    'too late and without the cookie': (world, _ada, callback) => {
      world.clock.advance(900_001);
      return complete(world.browser(null), callback);
    },
    'for a definition that is no longer offered': (_world, ada, callback) => complete(ada, callback),
  };

  describe.each(Object.keys(REFUSALS))('%s', (name) => {
    const world = () => {
      const offered = ['stripe', 'hubspot'];
      const made = createWorld({ handler: { definitions: () => offered } });
      const withdraw = () => name.includes('offered') && offered.pop();
      return { ...made, withdraw };
    };
    const attack = async (victim: 'another tenant' | 'own and older' | 'own and of another definition') => {
      const made = world();
      const ada = made.browser('ada');
      const owner = victim === 'another tenant' ? made.browser('carol') : ada;
      if (victim === 'own and older') {
        await created(ada, HUBSPOT_KEY);
        made.clock.advance(120_000);
      }
      const attempt = await consented(made, ada);
      const id =
        victim === 'own and older' ? made.sandbox.connectors('ada')[0]!.id : await created(owner, victim === 'another tenant' ? HUBSPOT_KEY : undefined);
      made.withdraw();
      const refuse = REFUSALS[name]!;
      const response = await refuse(made, ada, { state: attempt.callback.state, params: { connector_id: id } });
      const text = await response.text();
      expect(text).not.toContain('connected');
      expect(made.sandbox.connectors().map((connector) => connector.id)).toContain(id);
      expect(made.events).toContainEqual(expect.objectContaining({ type: 'attempt_refused', connectorId: id, removed: false }));
      expect(made.sandbox.requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
    };

    it("leaves another tenant's connector alone", () => attack('another tenant'));
    it("leaves an older one of one's own alone", () => attack('own and older'));
    it('leaves one of another definition alone', () => attack('own and of another definition'));
  });

  it('does not count as older within the tolerance only by its clock: what was there at the start is never accepted', async () => {
    const world = createWorld();
    const ada = world.browser('ada');
    const older = await created(ada, HUBSPOT_KEY);
    world.clock.advance(5_000);
    const { callback } = await consented(world, ada);
    const response = await complete(ada, { state: callback.state, params: { connector_id: older } });
    expect(await response.json()).toMatchObject({ status: 'failed', error: { code: 'connector_refused' } });
    expect(idsOf(world.sandbox, 'ada')).toContain(older);
  });

  it('is judged by the same rule in the secret_id generation, where late clients bring one', async () => {
    const world = createWorld({ generation: 'seed' });
    const ada = world.browser('ada');
    const id = await created(ada, HUBSPOT_KEY);
    const { callback } = await consented(world, ada);
    expect(await (await complete(ada, { state: callback.state, params: { connector_id: id } })).json()).toMatchObject({ error: { code: 'connector_refused' } });
    expect(idsOf(world.sandbox, 'ada')).toEqual([id]);
  });
});

describe.each(GENERATIONS)('a connector that something else has made meanwhile, in the %s generation', (generation) => {
  const MAKERS: Record<string, (world: ReturnType<typeof createWorld>, ada: Browser) => Promise<unknown>> = {
    'a finished sign-in': async (world, ada) => complete(ada, (await consented(world, ada)).callback),
    'a pasted key': (_world, ada) => created(ada, HUBSPOT_KEY),
  };
  const WAYS: Record<string, (world: ReturnType<typeof createWorld>, ada: Browser, callback: { state: string; params: object }) => Promise<Response>> = {
    'the own callback': (_world, ada, callback) => complete(ada, callback),
    'a denial': (_world, ada, { state, params }) => complete(ada, { state, params: { ...params, error: 'access_denied' } }),
    'a browser without the cookie': (world, _ada, callback) => complete(world.browser(null), callback),
    'another user': (_world, ada, callback) => {
      ada.user = 'ben';
      return complete(ada, callback);
    },
    'a late callback': (world, ada, callback) => {
      world.clock.advance(900_001);
      return complete(ada, callback);
    },
    'a late callback without the cookie': (world, _ada, callback) => {
      world.clock.advance(900_001);
      return complete(world.browser(null), callback);
    },
  };

  it.each(Object.keys(MAKERS).flatMap((maker) => Object.keys(WAYS).map((way) => [maker, way] as const)))(
    '%s: is neither taken nor removed by %s',
    async (maker, way) => {
      const told: string[] = [];
      const world = createWorld({ generation, handler: { onConnected: ({ connector }) => void told.push(connector.id) } });
      const ada = world.browser('ada');
      const pending = await started(ada);
      const { state } = callbackOf(world.sandbox.decideConsent(pending.consentUrl, 'deny'));
      world.clock.advance(1_000);
      await MAKERS[maker]!(world, ada);
      const [id] = idsOf(world.sandbox, 'ada');
      const response = await WAYS[way]!(world, ada, { state, params: { connector_id: id } });
      expect(await response.text()).not.toContain('connected');
      expect(idsOf(world.sandbox, 'ada')).toEqual([id]);
      expect(told).toEqual([id]);
      expect(world.events).toContainEqual(expect.objectContaining({ type: 'attempt_refused', attemptId: pending.attemptId, connectorId: id, removed: false }));
    },
  );

  it('is given to one of two sign-ins that name it at the same time', async () => {
    const told: string[] = [];
    const world = createWorld({ generation, handler: { onConnected: ({ connector }) => void told.push(connector.id) } });
    const ada = world.browser('ada');
    // In another browser: in the same one the second start would end the first.
    const phone = world.browser('ada');
    const other = await started(phone);
    const one = await consented(world, ada);
    const { state } = callbackOf(world.sandbox.decideConsent(other.consentUrl, 'deny'));
    const answers = await Promise.all([complete(ada, one.callback), complete(phone, { state, params: one.callback.params })]);
    const outcomes = await Promise.all(answers.map(async (answer) => (await answer.json()).status));
    expect(outcomes.toSorted()).toEqual(['connected', 'failed']);
    expect(told).toEqual(idsOf(world.sandbox, 'ada'));
    expect(told).toHaveLength(1);
  });
});

describe('a secret_id', () => {
  it("of another user's consent makes nothing", async () => {
    const world = createWorld({ generation: 'seed' });
    const ben = await consented(world, world.browser('ben'));
    const ada = world.browser('ada');
    const own = await consented(world, ada);
    expect(await (await complete(ada, { state: own.callback.state, params: ben.callback.params })).json()).toMatchObject({ status: 'failed' });
    expect(world.sandbox.connectors()).toEqual([]);
  });
});

describe('a callback that is loaded again later', () => {
  it.each(GENERATIONS)('removes nothing, whether or not cookie and outcome are still there (%s)', async (generation) => {
    const world = createWorld({ generation });
    const ada = world.browser('ada');
    const { callback } = await consented(world, ada);
    await complete(ada, callback);
    const made = idsOf(world.sandbox, 'ada');
    expect(made).toHaveLength(1);
    expect(await codeOf(await complete(world.browser('ben'), callback))).toBe('attempt_foreign');
    world.clock.advance(301_000);
    ada.cookies.clear();
    expect(await codeOf(await complete(ada, callback))).toBe('attempt_foreign');
    expect(idsOf(world.sandbox, 'ada')).toEqual(made);
  });
});

describe('polling an attempt', () => {
  it('answers nobody but the user in the browser that started it', async () => {
    const world = createWorld();
    const ada = world.browser('ada');
    const { attemptId, callback } = await consented(world, ada);
    await complete(ada, callback);
    expect(await codeOf(await world.browser('ada').call('GET', `/attempts/${attemptId}`))).toBe('attempt_unknown');
    expect(await codeOf(await world.browser('ben').call('GET', `/attempts/${attemptId}`))).toBe('attempt_unknown');
    expect(await codeOf(await ada.call('GET', '/attempts/AAAAAAAAAAAAAAAAAAAAAA'))).toBe('attempt_unknown');
    ada.user = 'ben';
    expect(await codeOf(await ada.call('GET', `/attempts/${attemptId}`))).toBe('attempt_unknown');
  });

  it('tells nobody else that it has expired', async () => {
    const world = createWorld();
    const { attemptId } = await started(world.browser('ada'));
    world.clock.advance(900_001);
    expect(await codeOf(await world.browser('ben').call('GET', `/attempts/${attemptId}`))).toBe('attempt_unknown');
  });
});

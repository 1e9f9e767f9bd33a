import { describe, expect, it } from 'vitest';
import { errorOf } from './harness.js';
import { callbackOf, complete, createWorld, started } from './world.js';

const outcomeOf = async (response: Response) => ({ status: response.status, ...(await response.json()) });

describe.each(['current', 'seed'] as const)('the parameters of a callback, in the %s generation', (generation) => {
  const attempt = async () => {
    const world = createWorld({ generation });
    const ada = world.browser('ada');
    const { attemptId, consentUrl } = await started(ada);
    const { state } = callbackOf(world.sandbox.decideConsent(consentUrl, 'deny'));
    return { ...world, ada, attemptId, state };
  };

  it.each(['x'.repeat(3_000), ''])('may carry any description of the error, which nobody reads', async (error_description) => {
    const { ada, attemptId, state } = await attempt();
    const denied = { status: 'failed', error: { code: 'oauth_denied' } };
    expect(await outcomeOf(await complete(ada, { state, params: { error: 'access_denied', error_description } }))).toMatchObject(denied);
    expect(await outcomeOf(await ada.call('GET', `/attempts/${attemptId}`))).toMatchObject(denied);
  });

  it.each([{ error: 'x'.repeat(3_000) }, { secret_id: 'x'.repeat(2_049) }, { connector_id: 'x'.repeat(201) }])(
    'end the attempt where one is longer than any of Airbyte (%#)',
    async (params) => {
      const { ada, attemptId, state, events, sandbox } = await attempt();
      const asked = sandbox.requests.length;
      const failed = { status: 'failed', error: { code: 'oauth_failed' } };
      expect(await outcomeOf(await complete(ada, { state, params }))).toMatchObject(failed);
      expect(await outcomeOf(await ada.call('GET', `/attempts/${attemptId}`))).toMatchObject(failed);
      expect(sandbox.requests).toHaveLength(asked);
      expect(JSON.stringify(events)).not.toContain('xxx');
    },
  );

  it('stay a denial where another one is too long', async () => {
    const { ada, state } = await attempt();
    const params = { error: 'access_denied', connector_id: 'x'.repeat(201) };
    expect(await outcomeOf(await complete(ada, { state, params }))).toMatchObject({ error: { code: 'oauth_denied' } });
  });

  it('do not fill the log where nobody holds the attempt', async () => {
    const { browser, events, state } = await attempt();
    const connector_id = 'x'.repeat(30_000);
    for (const [who, named] of [
      ['the attempt', state],
      ['none', `${'a'.repeat(22)}.${'b'.repeat(43)}`],
    ] as const) {
      expect([who, (await errorOf(await complete(browser(null), { state: named, params: { connector_id } }))).code]).toEqual([who, 'attempt_foreign']);
    }
    expect(JSON.stringify(events)).not.toContain('xxx');
  });

  it('are refused with another name or shape', async () => {
    const { ada, attemptId, state } = await attempt();
    for (const params of [{ code: 'a' }, { error: 1 }]) expect((await complete(ada, { state, params })).status).toBe(422);
    expect(await outcomeOf(await ada.call('GET', `/attempts/${attemptId}`))).toMatchObject({ status: 'pending' });
  });
});

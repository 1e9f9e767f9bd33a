import { describe, expect, it } from 'vitest';
import { sources } from '../../src/airbyte/index.js';
import { status } from '../../src/sandbox/index.js';
import { workspaceStore } from '../airbyte/workspaceStore.js';
import { createBrowser } from './harness.js';
import { callbackOf, complete, createWorld, STRIPE, started } from './world.js';

describe.each(['current', 'seed'] as const)('a user who is removed, in the %s generation', (generation) => {
  it('ends a sign-in that is open: nothing is connected, and nothing is left', async () => {
    const told: unknown[] = [];
    const { browser, handler, sandbox, clock } = createWorld({ generation, handler: { onConnected: (info) => void told.push(info) } });
    const ada = browser('ada');
    const { consentUrl } = await started(ada);
    clock.advance(1_000);
    await handler.api.deleteUser('ada');
    ada.user = null;
    const outcome = await (await complete(ada, callbackOf(sandbox.decideConsent(consentUrl, 'approve')))).json();
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'attempt_expired' } });
    clock.advance(60_000);
    expect([sandbox.connectors(), told]).toEqual([[], []]);
  });

  it('keeps what the host lets the same user begin later', async () => {
    const { browser, handler, sandbox, clock } = createWorld({ generation });
    await handler.api.deleteUser('ada');
    clock.advance(1);
    const ada = browser('ada');
    const { consentUrl } = await started(ada);
    expect(await (await complete(ada, callbackOf(sandbox.decideConsent(consentUrl, 'approve')))).json()).toMatchObject({ status: 'connected' });
  });

  it('ends a create that is on its way', async () => {
    const { another, sandbox, clock } = createWorld({ generation });
    const { handler } = another({
      fetch: async (input, init) => {
        const answer = await sandbox.fetch(input, init);
        const { pathname } = new URL(input instanceof Request ? input.url : String(input));
        if (init?.method === 'POST' && pathname.endsWith('/integrations/connectors'))
          await handler.api.deleteUser('ben-beside').then(() => handler.api.deleteUser('ada'));
        return answer;
      },
    });
    const answer = await createBrowser(handler, 'ada').call('POST', '/connectors', { body: STRIPE });
    expect(answer.status).toBe(410);
    clock.advance(60_000);
    expect(sandbox.connectors()).toEqual([]);
  });
});

describe('OAuth apps of the workspace of a user who is removed', () => {
  async function withApp() {
    const pattern = sources({ workspaces: workspaceStore() });
    const world = createWorld({ handler: { pattern, oauthOverrides: (userId) => (userId === 'ada' ? ['hubspot'] : []) } });
    await world.handler.api.setOAuthApp({ userId: 'ada', definition: 'hubspot', credentials: { client_id: 'own', client_secret: 'own' } });
    const asked = () => world.sandbox.requests.filter(({ method, path }) => method === 'DELETE' && /oauthCredentials/i.test(path)).length;
    return { ...world, asked };
  }

  it('go too', async () => {
    const { handler, asked, events } = await withApp();
    expect(await handler.api.deleteUser('ada')).toEqual({ removed: [], left: [], appsLeft: [] });
    expect(asked()).toBe(1);
    expect(events.at(-1)).toMatchObject({ type: 'oauth_app_changed', userId: 'ada', change: 'removed' });
    await handler.api.deleteUser('ben');
    expect(asked()).toBe(1);
  });

  it('are named when they could not', async () => {
    const { handler, sandbox } = await withApp();
    sandbox.addFault(status(500, { match: { path: /oauthCredentials/i } }));
    expect(await handler.api.deleteUser('ada')).toMatchObject({ appsLeft: [{ definition: 'hubspot', error: { code: 'upstream_unavailable' } }] });
  });
});

import { describe, expect, it } from 'vitest';
import { harbour } from '../../stories/fixtures/harbour.js';
import { errorOf } from './harness.js';
import { callbackOf, complete, createWorld, started } from './world.js';

const byToken = {
  definition: harbour.id,
  method: 'token',
  values: { replication_config: { port: 'north', credentials: { auth_type: 'token', token: 'tok_1' } } },
};
const byConsent = {
  definition: harbour.id,
  method: 'oauth2.0',
  values: { replication_config: { port: 'north', credentials: { auth_type: 'oauth2.0' } } },
};
const world = (definitions?: readonly string[]) =>
  createWorld({ sandbox: { definitions: [harbour] }, ...(definitions === undefined ? {} : { handler: { definitions } }) });

describe('a definition that the catalogue does not know, through the handler', () => {
  it('is listed, and has its methods', async () => {
    const ada = world().browser('ada');
    const { definitions } = await (await ada.call('GET', '/definitions')).json();
    expect(definitions).toContainEqual({ id: harbour.id, slug: null, name: 'Harbour Desk', category: null, iconUrl: null });
    const { definition } = await (await ada.call('GET', `/definitions/${harbour.id}`)).json();
    expect(definition.methods.map(({ key, kind }: { key: string; kind: string }) => `${kind} ${key}`)).toEqual([
      'oauth oauth2.0',
      'key service_account',
      'key token',
    ]);
  });

  it('is connected by key, and by consent', async () => {
    const { sandbox, browser } = world();
    const ada = browser('ada');
    expect((await ada.call('POST', '/connectors', { body: byToken })).status).toBe(201);
    const { consentUrl } = await started(ada, byConsent);
    const answer = await complete(ada, callbackOf(sandbox.decideConsent(consentUrl, 'approve')));
    expect(await answer.json()).toMatchObject({ status: 'connected', connector: { definition: { id: harbour.id, name: 'Harbour Desk' } } });
    expect(sandbox.connectors('ada').map(({ replicationConfig }) => replicationConfig)).toEqual([
      byToken.values.replication_config,
      byConsent.values.replication_config,
    ]);
  });

  it('is not connected by a method that it has not, or of another kind', async () => {
    const ada = world().browser('ada');
    for (const method of ['oauth2.0', 'bearerAuth']) {
      expect(await errorOf(await ada.call('POST', '/connectors', { body: { ...byToken, method } }))).toMatchObject({ code: 'invalid_input' });
    }
  });

  it('is offered by its id, and else by no route', async () => {
    const offered = world([harbour.id.toUpperCase()]).browser('ada');
    expect((await (await offered.call('GET', '/definitions')).json()).definitions).toHaveLength(1);
    const { sandbox, browser } = world(['stripe']);
    const ada = browser('ada');
    const notFound = { status: 404, code: 'definition_not_found' };
    expect(await errorOf(await ada.call('GET', `/definitions/${harbour.id}`))).toEqual(notFound);
    expect(await errorOf(await ada.call('POST', '/connectors', { body: byToken }))).toEqual(notFound);
    expect(await errorOf(await ada.call('POST', '/attempts', { body: byConsent }))).toEqual(notFound);
    expect(sandbox.connectors()).toEqual([]);
  });
});

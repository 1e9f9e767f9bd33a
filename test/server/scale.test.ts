import { describe, expect, it } from 'vitest';
import { createBrowser } from './harness.js';
import { created, createWorld } from './world.js';

const THOUSAND = 1_000;

describe('a thousand cold requests of one user at the same time', () => {
  const cold = async () => {
    const { another, sandbox, browser } = createWorld();
    const id = await created(browser('ada'));
    const asked = (operationId: string) => sandbox.requests.filter((request) => request.operationId === operationId).length;
    const before = { application: asked('createAgentAccessToken'), scoped: asked('createScopedToken') };
    const ada = createBrowser(another({ rateLimit: false }).handler, 'ada');
    const calls = () => ({ application: asked('createAgentAccessToken') - before.application, scoped: asked('createScopedToken') - before.scoped });
    return { ada, id, calls };
  };
  const statuses = async (ask: () => Promise<Response>) => new Set((await Promise.all(Array.from({ length: THOUSAND }, ask))).map(({ status }) => status));

  it('ask for one application token', { timeout: 60_000 }, async () => {
    const { ada, calls } = await cold();
    expect(await statuses(() => ada.call('GET', '/connectors'))).toEqual(new Set([200]));
    expect(calls()).toEqual({ application: 1, scoped: 0 });
  });

  it('ask for one token of the workspace', { timeout: 60_000 }, async () => {
    const { ada, id, calls } = await cold();
    const body = { entity: 'customers', action: 'list', params: { limit: 1 } };
    expect(await statuses(() => ada.call('POST', `/connectors/${id}/execute`, { body }))).toEqual(new Set([200]));
    expect(calls()).toEqual({ application: 1, scoped: 1 });
  });
});

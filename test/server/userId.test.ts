import { describe, expect, it } from 'vitest';
import type { ConnectHandlerOptions } from '../../src/server/index.js';
import { createBrowser, errorOf } from './harness.js';
import { callbackOf, complete, created, createWorld, started } from './world.js';

const UNFIT: [string, string][] = [
  ['of more than 256 characters', 'u'.repeat(257)],
  ['with a line break', 'ada\r\nx-organization-id: other'],
  ['with a NUL', 'ada\u0000'],
  ['with half a character', 'ada\ud800'],
];

describe('an id of a user that no workspace can be named by', () => {
  it.each(UNFIT)('is refused at the request: one %s', async (_, userId) => {
    const { another, sandbox } = createWorld();
    const { handler, events } = another({ authorize: () => userId });
    const browser = createBrowser(handler, 'ada');
    for (const [method, path] of [
      ['GET', '/connectors'],
      ['POST', '/attempts'],
      ['POST', '/attempts/complete'],
    ] as const)
      expect(await errorOf(await browser.call(method, path, method === 'GET' ? {} : { body: {} }))).toEqual({ status: 500, code: 'handler_misconfigured' });
    expect(events.at(-1)).toMatchObject({ type: 'error', error: { message: expect.stringContaining('`authorize`') } });
    expect(sandbox.requests).toEqual([]);
  });

  it.each(UNFIT)('is refused by the server’s own functions: one %s', async (_, userId) => {
    const { handler, sandbox } = createWorld();
    await expect(handler.api.listConnectors({ userId })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(handler.api.execute({ userId, connectorId: '1', entity: 'a', action: 'list' })).rejects.toMatchObject({ code: 'invalid_input' });
    expect(sandbox.requests).toEqual([]);
  });
});

describe.each(['current', 'seed'] as const)('an odd id of a user, in the %s generation', (generation) => {
  it.each(['ü/ö?&#=%25', 'ada; charset="x", b', '\u{1F600}\u202e', 'u'.repeat(256)])('names the workspace as it is and is in no header: %s', async (userId) => {
    const { another, sandbox } = createWorld({ generation });
    const headers: string[] = [];
    const fetch: ConnectHandlerOptions['fetch'] = (input, init) => {
      const asked = new Request(input, init);
      headers.push(...[...asked.headers].filter(([name]) => name !== 'authorization').map(([name, value]) => `${name}: ${value}`));
      return sandbox.fetch(asked);
    };
    const browser = createBrowser(another({ fetch, authorize: () => userId, tokenEndpoint: true }).handler, null);
    const id = await created(browser);
    await browser.call('GET', '/connectors');
    await browser.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list' } });
    await browser.call('POST', '/token');
    await complete(browser, callbackOf(sandbox.decideConsent((await started(browser)).consentUrl, 'approve')));
    expect(sandbox.connectors(userId)).toHaveLength(2);
    expect(sandbox.connectors()).toHaveLength(2);
    expect(new Set(headers)).toEqual(new Set(['accept: application/json', 'content-type: application/json']));
  });
});

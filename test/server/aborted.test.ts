import { describe, expect, it } from 'vitest';
import { createBrowser, errorOf } from './harness.js';
import { created, createWorld } from './world.js';

/** A handler whose calls to Airbyte hang, and tell when they are ended. */
async function hanging(path: RegExp) {
  const { sandbox, another, browser } = createWorld();
  const id = await created(browser('ada'));
  const ended: string[] = [];
  let reached: () => void = () => undefined;
  const isReached = new Promise<void>((resolve) => (reached = resolve));
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (!path.test(pathname)) return sandbox.fetch(input, init);
    return new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => {
        ended.push(pathname);
        reject(new DOMException('Aborted', 'AbortError'));
      });
      reached();
    });
  };
  const { handler, events } = another({ fetch });
  return { id, ended, isReached, events, ada: createBrowser(handler, 'ada') };
}

describe('a browser that leaves', () => {
  it.each([
    ['a list', /\/integrations\/connectors$/, 'GET', () => '/connectors', undefined],
    ['an execute', /\/execute$/, 'POST', (id: string) => `/connectors/${id}/execute`, { entity: 'customers', action: 'list' }],
    ['a check', /\/execute$/, 'POST', (id: string) => `/connectors/${id}/check`, {}],
  ])('ends %s at Airbyte too, and nobody is told of a failure', async (_, path, method, route, body) => {
    const { id, ended, isReached, events, ada } = await hanging(path);
    const left = new AbortController();
    const answer = ada.call(method, route(id), { signal: left.signal, ...(body === undefined ? {} : { body }) });
    await isReached;
    expect(ended).toEqual([]);
    left.abort();
    expect(await errorOf(await answer)).toEqual({ status: 499, code: 'aborted' });
    expect(ended).toHaveLength(1);
    expect(events).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { instances } from '../../src/airbyte/index.js';
import { recycledInstance } from '../../src/sandbox/index.js';
import { errorOf } from './harness.js';
import { callsDuring, createWorld } from './world.js';

const DAY = 86_400_000;
const STRIPE = { definition: 'stripe', method: 'bearerAuth', values: { credentials: { api_key: 'sk_test_good' } } };
const LIST = { entity: 'customers', action: 'list', params: { limit: 5 } };
const RECYCLED = { status: 410, code: 'connector_recycled' };

async function connected(sandbox: { instanceIdle?: number } = {}) {
  const world = createWorld({ handler: { pattern: instances() }, sandbox });
  const ada = world.browser('ada');
  const { connector } = await (await ada.call('POST', '/connectors', { body: STRIPE })).json();
  const path = `/connectors/${connector.id}`;
  const shown = async () => (await (await ada.call('GET', '/connectors')).json()).connectors;
  return { ...world, ada, path, shown };
}

describe('an instance that Airbyte recycled', () => {
  it('is shown as recycled, and says so instead of "not found" whatever is asked of it', async () => {
    const { ada, path, shown, clock } = await connected({ instanceIdle: DAY });
    expect((await ada.call('POST', `${path}/execute`, { body: LIST })).status).toBe(200);
    expect(await shown()).toMatchObject([{ status: 'ok' }]);
    clock.advance(DAY + 1);
    expect(await shown()).toMatchObject([{ status: 'recycled', definition: { slug: 'stripe' } }]);
    expect(await (await ada.call('GET', path)).json()).toMatchObject({ connector: { status: 'recycled' } });
    expect(await errorOf(await ada.call('POST', `${path}/execute`, { body: LIST }))).toEqual(RECYCLED);
    expect(await errorOf(await ada.call('POST', `${path}/check`, { body: {} }))).toEqual(RECYCLED);
  });

  it('stays what it is to everybody else: nothing', async () => {
    const { browser, path, clock, sandbox } = await connected({ instanceIdle: DAY });
    clock.advance(DAY + 1);
    const ben = browser('ben');
    const ask = (where: string) => ben.call('POST', `${where}/execute`, { body: LIST });
    await ask(path);
    let foreign: Response | undefined;
    let unknown: Response | undefined;
    const foreignCalls = await callsDuring(sandbox, async () => {
      foreign = await ask(path);
    });
    const unknownPath = '/connectors/00000000-0000-4000-8000-000000000000';
    const unknownCalls = await callsDuring(sandbox, async () => {
      unknown = await ask(unknownPath);
    });
    expect(await errorOf(foreign!)).toEqual({ status: 404, code: 'connector_not_found' });
    expect(await errorOf(unknown!)).toEqual({ status: 404, code: 'connector_not_found' });
    const withoutIds = (calls: string[]) => calls.map((call) => call.replace(/instances\/[0-9a-f-]{36}/, 'instances/{id}'));
    expect(withoutIds(foreignCalls)).toEqual(withoutIds(unknownCalls));
  });

  it('is connected again beside the old one', async () => {
    const { ada, shown, clock } = await connected({ instanceIdle: DAY });
    clock.advance(DAY + 1);
    expect((await ada.call('POST', '/connectors', { body: STRIPE })).status).toBe(201);
    expect((await shown()).map(({ status }: { status: string }) => status).toSorted()).toEqual(['ok', 'recycled']);
  });

  it('is noticed at the first use where only running shows it', async () => {
    const { ada, path, shown, sandbox } = await connected();
    sandbox.addFault(recycledInstance({ times: 1 }));
    expect(await errorOf(await ada.call('POST', `${path}/execute`, { body: LIST }))).toEqual(RECYCLED);
    expect(await shown()).toMatchObject([{ status: 'recycled' }]);
    expect((await ada.call('POST', `${path}/execute`, { body: LIST })).status).toBe(200);
    expect(await shown()).toMatchObject([{ status: 'ok' }]);
  });
});

describe('what instances have no call for', () => {
  it.each([
    ['PATCH', { name: 'x' }],
    ['DELETE', undefined],
  ])('is refused with 501: %s', async (method, body) => {
    const { ada, path, sandbox } = await connected();
    const before = sandbox.requests.length;
    expect(await errorOf(await ada.call(method, path, { body }))).toEqual({ status: 501, code: 'not_supported' });
    expect(sandbox.requests.length).toBe(before);
  });

  it('is not offered: no sign-in by consent', async () => {
    const { ada } = await connected();
    const body = { definition: 'hubspot', method: 'oauth2', values: {} };
    expect(await errorOf(await ada.call('POST', '/attempts', { body }))).toMatchObject({ status: 409, code: 'oauth_not_available' });
  });
});

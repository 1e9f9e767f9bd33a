import { describe, expect, it } from 'vitest';
import { connectors, instances } from '../../src/airbyte/index.js';
import { createBrowser, errorOf } from './harness.js';
import { created, createWorld, STRIPE } from './world.js';

const ALLOW = { stripe: ['customers.list', 'invoices.*'] };
const DENIED = { status: 403, code: 'operation_not_allowed' };

/** Ways round the list: other letters, other encodings, other names of the same, other roads. */
const WAYS_ROUND: readonly (readonly [entity: string, action: string])[] = [
  ['customers', 'create'],
  ['Customers', 'list'],
  ['customers', 'LIST'],
  ['CUSTOMERS', 'CREATE'],
  ['customers ', 'list'],
  [' customers', 'list'],
  ['customers', 'list '],
  ['customers', 'list\u0000'],
  ['customers\u200b', 'list'],
  ['customer%73', 'list'],
  ['customers', 'l%69st'],
  ['ｃustomers', 'list'],
  ['customerſ', 'list'],
  ['customers.list', 'x'],
  ['customers.list', 'create'],
  ['x.customers', 'list'],
  ['customers', 'list.create'],
  ['invoices.x', 'create'],
  ['', 'customers.list'],
  ['customers', '*'],
  ['*', 'list'],
  ['invoices*', 'list'],
  ['customers', 'nonsense'],
  ['customers', 'api_search'],
  ['customers', 'context_store_search'],
  ['charges', 'list'],
  ['__proto__', 'list'],
  ['constructor', 'prototype'],
];

describe.each([
  ['current', connectors()],
  ['seed', connectors({ generation: 'seed' })],
  ['instances', instances()],
] as const)('allow, over the execute path of %s', (name, pattern) => {
  const worldOf = () => createWorld({ handler: { allow: ALLOW, pattern } });
  const executed = ({ sandbox }: ReturnType<typeof worldOf>) => sandbox.requests.filter(({ path }) => path.includes('execute')).length;

  it.each(WAYS_ROUND)('is not got round by %j and %j', async (entity, action) => {
    const world = worldOf();
    const ada = world.browser('ada');
    const id = await created(ada);
    const answer = await errorOf(await ada.call('POST', `/connectors/${id}/execute`, { body: { entity, action } }));
    // What names nothing at all is no operation; everything else is refused as one that is not on the list.
    expect(answer).toMatchObject(entity === '' ? { status: 422, code: 'invalid_input' } : DENIED);
    await expect(world.handler.api.execute({ userId: 'ada', connectorId: id, entity, action })).rejects.toMatchObject({ code: 'operation_not_allowed' });
    expect(executed(world)).toBe(0);
  });

  it('runs what it names', async () => {
    const world = worldOf();
    const ada = world.browser('ada');
    const id = await created(ada);
    const response = await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list' } });
    // The handler lets it through; instances are created but run only by an application's token, which the sandbox's handler has.
    expect(response.status, name).toBe(200);
    expect(executed(world)).toBe(1);
  });
});

describe('allow', () => {
  it.each(['%63ustomers', 'connectors%2Fx', '..', '%2e%2e'])('is not got round by an id of the form %s', async (id) => {
    const { browser, sandbox } = createWorld({ handler: { allow: ALLOW } });
    const answer = await browser('ada').call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list' } });
    expect(answer.status).toBe(404);
    expect(sandbox.requests.filter(({ path }) => path.includes('execute'))).toEqual([]);
  });

  it('is not got round by a second entity in the body, or by a body that says more', async () => {
    const { browser, sandbox } = createWorld({ handler: { allow: ALLOW } });
    const ada = browser('ada');
    const id = await created(ada);
    const send = (raw: string) => ada.call('POST', `/connectors/${id}/execute`, { raw, headers: { 'content-type': 'application/json' } });
    expect(await errorOf(await send('{"entity":"customers","action":"list","action":"create"}'))).toEqual(DENIED);
    for (const more of ['"connectorId":"x"', '"method":"create"', '"path":"/v1"'])
      expect((await errorOf(await send(`{"entity":"customers","action":"list",${more}}`))).code).toBe('invalid_input');
    expect(sandbox.requests.filter(({ path }) => path.includes('execute'))).toEqual([]);
  });

  it('names a definition in any case, by slug or id, and is not widened by one of another', async () => {
    const { sandbox, another } = createWorld();
    for (const [allow, status] of [
      [{ STRIPE: ['customers.list'] }, 200],
      [{ hubspot: ['customers.list'] }, 403],
      [{}, 403],
      [{ stripe: [] }, 403],
      [{ stripe: ['*'] }, 403],
      [{ stripe: ['*.*'] }, 403],
    ] as const) {
      const ada = createBrowser(another({ allow }).handler, 'ada');
      const id = await created(ada, STRIPE);
      expect((await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list' } })).status, JSON.stringify(allow)).toBe(
        status,
      );
    }
    expect(sandbox.unknownCalls).toEqual([]);
  });

  it('tells a definition’s operations before anything is connected: those that it permits', async () => {
    const { browser } = createWorld({ handler: { allow: ALLOW } });
    const { definition } = await (await browser('ada').call('GET', '/definitions/stripe')).json();
    const names: string[] = definition.operations.map(({ entity, action }: { entity: string; action: string }) => `${entity}.${action}`);
    expect(names).toContain('customers.list');
    expect(names.filter((operation) => operation !== 'customers.list' && !operation.startsWith('invoices.'))).toEqual([]);
    expect(definition.operations[0]).toEqual({ entity: expect.any(String), action: expect.any(String), kind: expect.any(String) });
    const hubspot = await (await browser('ada').call('GET', '/definitions/hubspot')).json();
    expect(hubspot.definition.operations).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { errorOf } from './harness.js';
import { callsDuring, created, createWorld, STRIPE } from './world.js';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

const OPERATIONS = [
  ['reads', 'GET', '', undefined],
  ['renames', 'PATCH', '', { name: 'Taken' }],
  ['deletes', 'DELETE', '', undefined],
  ['checks', 'POST', '/check', {}],
  ['checks and discards', 'POST', '/check', { discardOnRefusal: true }],
  ['lists the operations of', 'GET', '/operations', undefined],
  ['executes on', 'POST', '/execute', { entity: 'customers', action: 'list' }],
] as const;

describe.each([
  ["with connectors of one's own", true],
  ['never seen before', false],
])('a user %s', (_, seenBefore) => {
  it.each(OPERATIONS)("neither %s another user's connector nor learns that it exists", async (_name, method, path, body) => {
    const { browser, sandbox } = createWorld();
    const ada = browser('ada');
    const id = await created(ada);
    const ben = browser('ben');
    if (seenBefore) await created(ben);
    const ask = (connectorId: string) => ben.call(method, `/connectors/${connectorId}${path}`, { body });
    await ask(UNKNOWN); // Tokens are there from now on.
    let foreign: Response | undefined;
    let unknown: Response | undefined;
    const foreignCalls = await callsDuring(sandbox, async () => {
      foreign = await ask(id);
    });
    const unknownCalls = await callsDuring(sandbox, async () => {
      unknown = await ask(UNKNOWN);
    });
    expect(await errorOf(foreign!)).toEqual({ status: 404, code: 'connector_not_found' });
    expect(await errorOf(unknown!)).toEqual({ status: 404, code: 'connector_not_found' });
    expect([...foreign!.headers.keys()]).toEqual([...unknown!.headers.keys()]);
    expect(foreignCalls).toEqual(unknownCalls);
    expect(foreignCalls.join()).not.toContain(id);
    expect(sandbox.connectors('ada')).toMatchObject([{ id, name: 'Stripe' }]);
  });

  it("lists only what is one's own", async () => {
    const { browser } = createWorld();
    const adas = await created(browser('ada'));
    const ben = browser('ben');
    const own = seenBefore ? [await created(ben)] : [];
    const { connectors } = await (await ben.call('GET', '/connectors')).json();
    expect(connectors.map(({ id }: { id: string }) => id)).toEqual(own);
    expect(own).not.toContain(adas);
  });
});

describe('the user', () => {
  it('is who authorize says, whatever else the request says', async () => {
    const { browser, sandbox } = createWorld();
    const ada = browser('ada');
    await ada.call('POST', '/connectors?workspace_name=ben&userId=ben', { body: STRIPE, headers: { 'x-workspace-name': 'ben' } });
    expect(sandbox.connectors('ada')).toHaveLength(1);
    expect(sandbox.connectors('ben')).toHaveLength(0);
  });

  it('is not reached through an id that climbs out of its path', async () => {
    const { browser, sandbox } = createWorld();
    const id = await created(browser('ada'));
    const ben = browser('ben');
    await created(ben);
    for (const odd of [`..%2f${id}`, `${encodeURIComponent(`x/../${id}`)}`, `${id}%00`, '%2e%2e', '%', `${id}?workspace_name=ada`]) {
      expect((await ben.call('DELETE', `/connectors/${odd}`)).status, odd).toBe(404);
    }
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });
});

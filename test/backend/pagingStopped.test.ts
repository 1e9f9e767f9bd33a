import { describe, expect, it } from 'vitest';
import { connectors } from '../../src/airbyte/index.js';
import { createBackendClient } from '../../src/backend/index.js';
import { type ExecuteJsonResult, Sealed } from '../../src/core/index.js';
import { type Fault, missingCursor, repeatCursor } from '../../src/sandbox/index.js';
import { createWorld, STRIPE } from '../server/world.js';

const ENDPOINT = 'https://api.host.example/api/airbyte';
const ada = (init?: RequestInit): RequestInit => {
  const headers = new Headers(init?.headers);
  headers.set('origin', 'https://app.example.com');
  headers.set('x-user', 'ada');
  return { ...init, headers };
};

/** The client, the handler and the sandbox behind it. */
async function connected(generation: 'current' | 'seed') {
  const { handler, sandbox } = createWorld({ handler: { pattern: connectors({ generation }) } });
  const client = createBackendClient({ endpoint: ENDPOINT, fetch: async (input, init) => handler(new Request(input, ada(init))) });
  const { id } = await client.createConnector({ ...STRIPE, values: new Sealed(STRIPE.values) });
  const list = async (params: Readonly<Record<string, unknown>>): Promise<ExecuteJsonResult> => {
    const result = await client.execute({ connectorId: id, entity: 'customers', action: 'list', params });
    if (result.type !== 'json') throw new Error('A file came.');
    return result;
  };
  return { list, fault: (fault: Fault) => sandbox.addFault(fault) };
}

describe.each(['current', 'seed'] as const)('a list that stops, through the handler (%s generation)', (generation) => {
  it('pages until the cursor comes back', async () => {
    const { list, fault } = await connected(generation);
    fault(repeatCursor());
    const first = await list({ limit: 2 });
    expect(first.nextParams).toEqual({ limit: 2, starting_after: expect.any(String) });
    expect(first).not.toHaveProperty('stopped');
    expect(await list(first.nextParams ?? {})).toMatchObject({ nextParams: null, stopped: 'cursor_repeated', records: [{}, {}] });
  });

  it('stops at once where no cursor comes, and goes on when one does again', async () => {
    const { list, fault } = await connected(generation);
    fault(missingCursor({ times: 1 }));
    expect(await list({ limit: 2 })).toMatchObject({ nextParams: null, stopped: 'cursor_missing', records: [{}, {}] });
    const again = await list({ limit: 2 });
    expect(again.nextParams).not.toBeNull();
    expect(again).not.toHaveProperty('stopped');
  });
});

it.each([
  ['an older handler, which sends none', {}],
  ['a newer one, with a reason that is not known here', { stopped: 'cursor_expired' }],
])('is not said by %s', async (_, more) => {
  const body = { data: [1], recordsAt: '', nextParams: null, durationMs: 1, ...more };
  const client = createBackendClient({ endpoint: ENDPOINT, fetch: async () => Response.json(body, { headers: { 'ack-wire': '1' } }) });
  const result = await client.execute({ connectorId: 'x', entity: 'a', action: 'list' });
  expect(result).toMatchObject({ records: [1] });
  expect(result).not.toHaveProperty('stopped');
});

import { describe, expect, it } from 'vitest';
import { createBackendClient } from '../../src/backend/index.js';
import { Sealed } from '../../src/core/index.js';
import { printed } from '../server/harness.js';
import { createWorld, REFUSED_STRIPE, STRIPE } from '../server/world.js';

type Net = (send: () => Promise<Response>, count: number) => Promise<Response>;

/** The client before a handler, over a network that a test plays. */
function clientOver(net: Net) {
  const world = createWorld();
  const browser = world.browser('ada');
  const keys: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    // SAFETY: the client sends plain header objects.
    const headers = init?.headers as Record<string, string>;
    const key = headers['idempotency-key'];
    if (key !== undefined) keys.push(key);
    const send = () =>
      browser.call(init?.method ?? 'GET', url.pathname.replace('/api/airbyte', ''), { headers, ...(init?.body == null ? {} : { raw: init.body }) });
    return net(send, keys.length);
  };
  const client = createBackendClient({ endpoint: 'https://api.host.example/api/airbyte', fetch });
  const create = (body: typeof STRIPE = STRIPE) => client.createConnector({ ...body, values: new Sealed(body.values) });
  return { ...world, client, create, keys };
}

const lost = async (send: () => Promise<Response>) => {
  await send();
  throw new TypeError('reset');
};

describe('a create of the client', () => {
  it('is sent again with its key when the answer is lost, and connects once', async () => {
    const { create, keys, sandbox } = clientOver((send, count) => (count === 1 ? lost(send) : send()));
    const { id } = await create();
    expect(sandbox.connectors('ada').map((connector) => connector.id)).toEqual([id]);
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[0]).toMatch(/^"[0-9a-f]{32}"$/);
  });

  it('has the same key when the person tries again after a failure whose end is not known', async () => {
    let isDown = true;
    const { create, keys, sandbox } = clientOver((send) => (isDown ? lost(send) : send()));
    await expect(create()).rejects.toMatchObject({ code: 'backend_unavailable' });
    isDown = false;
    await create();
    expect(new Set(keys).size).toBe(1);
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });

  it('has a key of its own with other values, after a success, and after a definite refusal', async () => {
    const { create, keys, sandbox } = clientOver((send) => send());
    await create();
    await create();
    await create(REFUSED_STRIPE);
    const incomplete = { ...STRIPE, values: { ...STRIPE.values, replication_config: {} } };
    for (let repeat = 0; repeat < 2; repeat += 1)
      // SAFETY: the form would not send it; the handler refuses it.
      await expect(create(incomplete as unknown as typeof STRIPE)).rejects.toMatchObject({ code: 'invalid_input' });
    expect(new Set(keys).size).toBe(5);
    expect(sandbox.connectors('ada')).toHaveLength(3);
  });

  it('leaves nothing of what was typed in the client', async () => {
    const { create, client } = clientOver(lost);
    await expect(create()).rejects.toMatchObject({ code: 'backend_unavailable' });
    expect(printed(client)).not.toContain('sk_test_good');
  });
});

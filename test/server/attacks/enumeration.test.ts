import { describe, expect, it } from 'vitest';
import { callsDuring, created, createWorld, STRIPE } from '../world.js';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const { definition: _, ...CREDENTIALS } = STRIPE;

const ROUTES = [
  ['GET', '', undefined],
  ['PATCH', '', { name: 'Taken' }],
  ['DELETE', '', undefined],
  ['POST', '/check', {}],
  ['POST', '/check', { discardOnRefusal: true }],
  ['GET', '/operations', undefined],
  ['POST', '/execute', { entity: 'customers', action: 'list' }],
  ['POST', '/execute', { entity: 'nothing', action: 'nothing' }],
  ['POST', '/credentials', CREDENTIALS],
] as const;

describe.each(['current', 'seed'] as const)('ids tried one after the other, in the %s generation', (generation) => {
  it.each(ROUTES)('tell nothing by %s connectors/{id}%s %j: byte for byte the same answer, for the same calls', async (method, path, body) => {
    const { browser, sandbox } = createWorld({ generation });
    const foreign = await created(browser('ada'));
    const ben = browser('ben');
    const ask = (id: string) => ben.call(method, `/connectors/${id}${path}`, { body });
    await ask(UNKNOWN); // Tokens are there from now on.
    const look = async (id: string) => {
      let answer: unknown;
      const calls = await callsDuring(sandbox, async () => {
        const response = await ask(id);
        const requestId = response.headers.get('x-request-id') ?? '';
        const bytes = [...new Uint8Array(await response.arrayBuffer())];
        const text = String.fromCharCode(...bytes).replace(requestId, 'request');
        answer = { status: response.status, headers: [...response.headers].filter(([name]) => name !== 'x-request-id'), length: bytes.length, text };
      });
      return { answer, calls };
    };
    const [ofForeign, ofUnknown] = [await look(foreign), await look(UNKNOWN)];
    expect(ofForeign).toEqual(ofUnknown);
    expect(ofForeign.answer).toMatchObject({ status: 404, text: '{"error":{"code":"connector_not_found","requestId":"request"}}' });
    expect(sandbox.connectors('ada')).toMatchObject([{ id: foreign, name: 'Stripe', credentials: STRIPE.values.credentials }]);
    expect(sandbox.connectors('ben')).toEqual([]);
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBackendClient } from '../../src/backend/index.js';

const silence = () => vi.spyOn(console, 'error').mockImplementation(() => undefined);
let consoleError: ReturnType<typeof silence>;
beforeEach(() => {
  consoleError = silence();
});
afterEach(() => consoleError.mockRestore());

const clientOf = (answer: () => Response) => createBackendClient({ endpoint: '/api/elsewhere', fetch: async () => answer() });
const twice = async (answer: () => Response): Promise<unknown[]> => {
  const client = clientOf(answer);
  await expect(client.listConnectors()).rejects.toThrow();
  await expect(client.getConnector('1')).rejects.toThrow();
  return consoleError.mock.calls.flat();
};
const html = (status: number) => new Response('<html>', { status, headers: { 'content-type': 'text/html' } });

it.each([
  ['a page', () => html(404), '`endpoint`'],
  ['the page of an app for every path', () => html(200), '`endpoint`'],
  ['a redirect to a login', () => new Response(null, { status: 302, headers: { location: '/login?next=secret' } }), 'answered a redirect'],
])('an address where %s answers is told in the console, once', async (_, answer, says) => {
  const told = await twice(answer);
  expect(told).toEqual([expect.stringContaining(says)]);
  expect(told[0]).toContain('/api/elsewhere/connectors');
  expect(String(told[0])).not.toContain('secret');
});

it('a definition that is none is told by its name, each once', async () => {
  const client = clientOf(() => Response.json({ error: { code: 'definition_not_found' } }, { status: 404, headers: { 'ack-wire': '1' } }));
  for (const name of ['hubsport', 'hubsport', 'stirpe']) await expect(client.getDefinition(name)).rejects.toThrow();
  expect(consoleError.mock.calls.flat()).toEqual([
    expect.stringMatching(/GET \/api\/elsewhere\/definitions\/hubsport answered definition_not_found.*`definitions`/),
    expect.stringContaining('/definitions/stirpe'),
  ]);
});

it('what else the handler itself answers is not told', async () => {
  expect(await twice(() => Response.json({ error: { code: 'session_missing' } }, { status: 401, headers: { 'ack-wire': '1' } }))).toEqual([]);
});

import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { createBackendClient } from '../../src/backend/createBackendClient.js';
import { toConnectError } from '../../src/core/index.js';
import { connectorsOptions } from '../../src/query/index.js';
import { status } from '../../src/sandbox/index.js';
import { createFakeTime } from '../server/fakeTime.js';
import { createWorld } from '../server/world.js';

/** What a page's list comes to, how often its backend was asked for it, and how often Airbyte. */
async function readList(failing: 'nobody' | 'airbyte' | 'gateway') {
  const time = createFakeTime(Date.UTC(2026, 0, 1));
  const { sandbox, handler } = createWorld({ handler: { now: time.now } });
  if (failing === 'airbyte') sandbox.addFault(status(500, { match: { operationId: 'listConnectors' } }));
  let backend = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    backend += 1;
    return failing === 'gateway' ? new Response('Away', { status: 503 }) : handler(new Request(input, init));
  };
  const client = createBackendClient({ endpoint: 'https://api.host.example/api/airbyte', headers: { 'x-user': 'ada' }, fetch });
  time.start();
  const end = await new QueryClient()
    .fetchQuery(connectorsOptions(client, 'ada'))
    .then(
      (list) => list,
      (thrown: unknown) => toConnectError(thrown).code,
    )
    .finally(time.stop);
  return { end, backend, airbyte: sandbox.requests.filter(({ operationId }) => operationId === 'listConnectors').length };
}

it('a list is read once where all is well', async () => {
  expect(await readList('nobody')).toEqual({ end: [], backend: 1, airbyte: 1 });
});

it('a 5xx of Airbyte costs three calls there and one of the page', async () => {
  expect(await readList('airbyte')).toEqual({ end: 'upstream_unavailable', backend: 1, airbyte: 3 });
});

it('a 503 of what stands before the handler costs three calls of the page', async () => {
  expect(await readList('gateway')).toEqual({ end: 'backend_unavailable', backend: 3, airbyte: 0 });
});

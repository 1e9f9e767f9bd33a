import { describe, expect, it } from 'vitest';
import { rateLimit, status } from '../../src/sandbox/index.js';
import type { Browser } from '../server/harness.js';
import { callbackOf, complete, created, createWorld, STRIPE, started, ZENDESK } from '../server/world.js';
import { judge } from './judgedSandbox.js';
import { createContract } from './openapi.js';

const withoutContract = process.env.ACK_SHARED === undefined;
const ID = '11111111-1111-4111-8111-111111111111';

/** A handler over a sandbox whose every answer is judged. */
function openJudged(generation: 'current' | 'seed') {
  // The world makes sandbox and handler at once, so the judge is put between them when the first call is made.
  const between: { fetch: typeof fetch | null } = { fetch: null };
  const world = createWorld({
    generation,
    handler: { fetch: (input, init) => (between.fetch ?? fetch)(input, init), organizationId: ID, regionId: ID, tokenEndpoint: true },
  });
  const judged = judge(world.sandbox);
  between.fetch = judged.fetch;
  return { ...world, judged };
}

async function walk(ada: Browser, decide: (consentUrl: string, decision: 'approve' | 'deny') => string) {
  const id = await created(ada);
  for (const path of ['/definitions', '/definitions/stripe', '/connectors', `/connectors/${id}`, `/connectors/${id}/operations`]) await ada.call('GET', path);
  await ada.call('POST', `/connectors/${id}/check`, { body: {} });
  await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list', params: {} } });
  await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'get', params: {} } });
  await ada.call('PATCH', `/connectors/${id}`, { body: { name: 'Renamed' } });
  await ada.call('POST', '/token', { body: {} });
  for (const decision of ['approve', 'deny'] as const) await complete(ada, callbackOf(decide((await started(ada, ZENDESK)).consentUrl, decision)));
  await ada.call('DELETE', `/connectors/${id}`);
}

describe.each(['current', 'seed'] as const)('the handler over the %s generation', (generation) => {
  it.skipIf(withoutContract)('sends and is answered what the API’s description allows, organization and region included (needs ACK_SHARED)', async () => {
    const { browser, sandbox, judged } = openJudged(generation);
    await walk(browser('ada'), sandbox.decideConsent);
    expect({ answers: judged.answers, requests: judged.requests() }).toEqual({ answers: [], requests: [] });
    expect([...judged.judged.values()].reduce((sum, count) => sum + count, 0)).toBe(sandbox.requests.length);
    expect(sandbox.unknownCalls).toEqual([]);
  });

  it.skipIf(withoutContract)('is answered as the description says also where a fault is played that it declares (needs ACK_SHARED)', async () => {
    const { browser, sandbox, judged, clock } = openJudged(generation);
    const ada = browser('ada');
    // The calls upstream that change something; reads are tried again when they fail, and would wait.
    const calls: Record<string, (id: string) => Promise<unknown>> = {
      createConnector: () => ada.call('POST', '/connectors', { body: STRIPE }),
      initiateConnectorOAuth: () => ada.call('POST', '/attempts', { body: ZENDESK }),
      updateConnector: (id) => ada.call('PATCH', `/connectors/${id}`, { body: { name: 'x' } }),
      deleteConnector: (id) => ada.call('DELETE', `/connectors/${id}`),
      [generation === 'current' ? 'executeConnector' : 'executeSource']: (id) => ada.call('POST', `/connectors/${id}/execute`, { body: WRITE }),
    };
    for (const [operationId, make] of Object.entries(calls)) {
      for (const code of [400, 401, 403, 404, 422, 429, 500] as const) {
        clock.advance(10_000);
        const id = await created(ada);
        sandbox.addFault(status(code, { times: 1, match: { operationId } }));
        await make(id);
        expect([...judged.judged.keys()]).toContain(`${operationId} ${code}`);
      }
    }
    expect(judged.answers).toEqual([]);
  });
});

const WRITE = { entity: 'customers', action: 'create', params: {} };

describe('a played status', () => {
  it.skipIf(withoutContract)('has the shape that the description gives it, for each call and each status that it declares (needs ACK_SHARED)', async () => {
    const { operations } = createContract();
    const undeclared = new Set<string>();
    const wrong: string[] = [];
    for (const { method, path, operationId } of operations) {
      for (const code of [400, 401, 403, 404, 409, 422, 429, 500] as const) {
        const { sandbox } = createWorld();
        for (const fault of [status(code), ...(code === 429 ? [rateLimit({ retryAfter: 1 })] : [])]) {
          sandbox.reset();
          sandbox.addFault(fault);
          const judged = judge(sandbox);
          const url = `https://airbyte.test${path.replace(/\{[^}]+\}/g, ID)}`;
          expect((await judged.fetch(url, { method })).status).toBe(code);
          if (judged.answers.some((problem) => problem.includes('is not declared for'))) undeclared.add(`${code} ${operationId}`);
          else wrong.push(...judged.answers);
        }
      }
    }
    expect(wrong).toEqual([]);
    const of = (code: number) => [...undeclared].filter((call) => call.startsWith(`${code} `)).map((call) => call.slice(4));
    const agent = operations.filter(({ path }) => path.startsWith('/api/')).map(({ operationId }) => operationId);
    // As the documentation of `status()` says.
    expect([of(401), of(403), of(500)]).toEqual([[], [], []]);
    expect(of(409)).toEqual(expect.arrayContaining(agent));
    expect(of(404)).toEqual(expect.arrayContaining(['createAgentAccessToken', 'createScopedToken', 'createEmbeddedScopedToken', 'listSourceDefinitions']));
    expect([404, 409, 422].filter((code) => of(code).includes('createPublicAccessToken'))).toEqual([404, 409, 422]);
    expect([400, 422, 429].flatMap((code) => of(code)).filter((id) => agent.includes(id))).toEqual([]);
  });
});

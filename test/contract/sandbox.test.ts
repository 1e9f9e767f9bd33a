import { describe, expect, it } from 'vitest';
import { contractCallOf } from '../../src/sandbox/contractCalls.js';
import { rateLimit, status, unavailable } from '../../src/sandbox/index.js';
import { CLIENT, HUBSPOT, hubspotBody, openSandbox, STRIPE, stripeBody, textAt, ZENDESK, zendeskBody } from '../sandbox/api.js';
import { runEveryOperation, SLUGS } from '../sandbox/everyOperation.js';
import { type JudgedSandbox, judge } from './judgedSandbox.js';
import { createContract } from './openapi.js';

const shared = it.skipIf(!process.env.ACK_SHARED);

/** A sandbox whose every request and answer is judged. `strict` is off for requests that are wrong on purpose. */
async function openJudged(options: Parameters<typeof openSandbox>[0] = {}) {
  const contract = createContract();
  const world = await openSandbox(options);
  const problems: string[] = [];
  const judge = async (token: string | null, method: string, path: string, body?: unknown, strict = true) => {
    const url = `https://airbyte.test${path}`;
    const answer = await world.send(token, method, path, body);
    const contentType = answer.headers.get('content-type') ?? undefined;
    const isFile = answer.headers.has('content-disposition');
    const asked = strict ? contract.checkRequest({ method, url, body, headers: token === null ? {} : { authorization: `Bearer ${token}` } }) : [];
    const found = [...asked, ...contract.checkResponse({ method, url, status: answer.status, body: answer.body, contentType, isFile })];
    problems.push(...found.map((problem) => `${method} ${path} ${answer.status}: ${problem}`));
    return answer;
  };
  return { ...world, judge, problems, contract };
}

describe('the contract', () => {
  shared('lists the same calls as the OpenAPI file (needs ACK_SHARED)', () => {
    const { operations } = createContract();
    for (const { method, path, operationId } of operations) {
      expect(contractCallOf(method, path.replace(/\{[^}]+\}/g, '7'))).toEqual({ method, path, operationId });
    }
    expect(contractCallOf('GET', '/api/v1/nothing')).toBeNull();
    expect(contractCallOf('POST', '/api/public/v1/sources')?.operationId).toBe('createPublicSource');
  });

  shared('judges: a wrong body, an invented field or parameter, a wrong answer (needs ACK_SHARED)', () => {
    const contract = createContract();
    const url = 'https://airbyte.test/api/v1/integrations/connectors';
    expect(contract.checkRequest({ method: 'POST', url, body: stripeBody('ada') })).toEqual([]);
    expect(contract.checkRequest({ method: 'POST', url, body: { ...stripeBody('ada'), workspace_name: 7 } })).not.toEqual([]);
    expect(contract.checkRequest({ method: 'POST', url, body: { ...stripeBody('ada'), definition_id: 'stripe' } })).not.toEqual([]);
    expect(contract.checkRequest({ method: 'POST', url, body: { ...stripeBody('ada'), invented: 1 } })).toEqual(['Body property invented is not declared.']);
    expect(contract.checkRequest({ method: 'GET', url: `${url}?page=2`, headers: {} })).toEqual([
      'Query parameter page is not declared.',
      'The bearer is missing.',
    ]);
    expect(contract.checkRequest({ method: 'GET', url: `${url}/7` })).not.toEqual([]);
    expect(contract.checkRequest({ method: 'PATCH', url: `${url}/${STRIPE}`, body: {} })).toEqual([`PATCH ${url}/${STRIPE} is not in the contract.`]);
    expect(contract.checkResponse({ method: 'GET', url, status: 200, body: { data: [{ id: 'x' }] } })).not.toEqual([]);
    expect(contract.checkResponse({ method: 'GET', url, status: 418, body: {} })).not.toEqual([]);
  });
});

describe('the sandbox', () => {
  shared('answers tokens, definitions and connectors as the contract says (needs ACK_SHARED)', async () => {
    const { judge, application, problems } = await openJudged();
    await judge(null, 'POST', '/v1/applications/token', { ...CLIENT, 'grant-type': 'client_credentials' });
    await judge(null, 'POST', '/api/public/v1/applications/token', CLIENT);
    await judge(null, 'POST', '/api/v1/account/applications/token', CLIENT);
    for (const path of ['/api/v1/account/applications/scoped-token', '/api/v1/embedded/scoped-token']) {
      const token = textAt((await judge(application, 'POST', path, { workspace_name: 'ada' })).body, 'token');
      await judge(token, 'GET', `${path}/info`);
    }
    await judge(application, 'GET', '/api/v1/integrations/definitions/sources?name=s');
    for (const id of [STRIPE, HUBSPOT, ZENDESK]) await judge(application, 'GET', `/api/v1/integrations/definitions/sources/${id}`);
    for (const body of [stripeBody('ada'), hubspotBody('ada'), zendeskBody('ada')]) {
      await judge(application, 'POST', '/api/v1/integrations/connectors/check', body);
      const id = textAt((await judge(application, 'POST', '/api/v1/integrations/connectors', body)).body, 'id');
      await judge(application, 'GET', `/api/v1/integrations/connectors/${id}`);
      await judge(application, 'PUT', `/api/v1/integrations/connectors/${id}`, { name: 'Renamed' });
      const check = await judge(application, 'POST', `/api/v1/integrations/connectors/${id}/check`, {});
      await judge(application, 'GET', `/api/v1/integrations/sources/check/${textAt(check.body, 'id')}/status`);
      await judge(application, 'GET', '/api/v1/integrations/connectors?workspace_name=ada');
      await judge(application, 'DELETE', `/api/v1/integrations/connectors/${id}`);
    }
    expect(problems).toEqual([]);
  });

  shared('answers sign-in and execute as the contract says (needs ACK_SHARED)', async () => {
    const { judge, scoped, problems, sandbox } = await openJudged();
    const token = await scoped('ada');
    const redirect_url = 'https://app.example.com/cb';
    const start = await judge(token, 'POST', '/api/v1/integrations/connectors/oauth/initiate', { workspace_name: 'ada', definition_id: HUBSPOT, redirect_url });
    sandbox.decideConsent(textAt(start.body, 'consent_url'), 'approve');
    const hubspot = sandbox.connectors('ada')[0]?.id ?? '';
    const stripe = textAt((await judge(token, 'POST', '/api/v1/integrations/connectors', stripeBody('ada'))).body, 'id');
    const zendesk = textAt((await judge(token, 'POST', '/api/v1/integrations/connectors', zendeskBody('ada'))).body, 'id');
    const runs: [string, string, string, Record<string, unknown>][] = [
      [stripe, 'customers', 'list', { limit: 2 }],
      [stripe, 'balance', 'get', {}],
      [stripe, 'invoices', 'api_search', { query: 'eur' }],
      [hubspot, 'contacts', 'list', { limit: 45 }],
      [hubspot, 'contacts', 'context_store_search', { query: {} }],
      [hubspot, 'schemas', 'list', {}],
      [zendesk, 'tickets', 'list', {}],
      [zendesk, 'attachments', 'download', { attachment_id: 7_000_001 }],
      [zendesk, 'attachments', 'download', { attachment_id: 7_000_003 }],
    ];
    for (const [id, entity, action, params] of runs) {
      for (const path of [`/api/v1/integrations/connectors/${id}/execute`, `/api/v1/connectors/sources/${id}/execute`]) {
        expect((await judge(token, 'POST', path, { entity, action, params })).status).toBe(200);
      }
    }
    expect(problems).toEqual([]);
  });

  shared.each(SLUGS)('answers every operation of the catalogue as the contract says: %s (needs ACK_SHARED)', async (slug) => {
    const sandboxes: JudgedSandbox[] = [];
    const api = await openSandbox({}, (sandbox) => {
      const judged = judge(sandbox);
      sandboxes.push(judged);
      return judged.fetch;
    });
    const runs = await runEveryOperation(api, slug);
    expect(runs.length).toBeGreaterThan(15);
    expect(sandboxes.map(({ answers, requests }) => ({ answers, requests: requests() }))).toEqual([{ answers: [], requests: [] }]);
    expect(sandboxes[0]?.judged.get('executeConnector 200')).toBeGreaterThanOrEqual(runs.length);
  });

  shared('refuses as the contract says (needs ACK_SHARED)', async () => {
    const { judge, application, scoped, problems } = await openJudged({
      faults: [
        rateLimit({ times: 1, match: { method: 'GET' } }),
        unavailable({ times: 1, match: { method: 'GET' } }),
        status(403, { times: 1, match: { method: 'GET' } }),
      ],
    });
    const token = await scoped('ada');
    const path = '/api/v1/integrations/connectors';
    const unknown = '11111111-1111-4111-8111-111111111111';
    const statuses = [
      await judge(application, 'GET', `${path}?workspace_name=ada`),
      await judge(application, 'GET', `${path}?workspace_name=ada`),
      await judge(application, 'GET', `${path}?workspace_name=ada`),
      await judge(null, 'GET', path, undefined, false),
      await judge(token, 'GET', path),
      await judge(application, 'GET', `${path}/${unknown}`),
      await judge(application, 'GET', `${path}/none`, undefined, false),
      await judge(application, 'POST', path, { ...stripeBody('ada'), credentials: {} }),
      await judge(application, 'POST', path, { workspace_name: 'ada' }, false),
      await judge(application, 'POST', path, stripeBody('nobody')),
      await judge(token, 'POST', `${path}/${unknown}/execute`, { entity: 'customers', action: 'list', params: {} }),
      await judge(null, 'POST', '/v1/applications/token', { client_id: 'a', client_secret: 'b' }),
      await judge(null, 'POST', '/v1/applications/token', {}, false),
      await judge(null, 'POST', '/api/v1/account/applications/token', { client_id: 'a', client_secret: 'b' }),
    ].map((answer) => answer.status);
    expect(statuses).toEqual([429, 500, 403, 401, 403, 404, 422, 400, 422, 404, 404, 401, 400, 401]);
    expect(problems).toEqual([]);
  });

  it('answers the guides’ calls in their order', async () => {
    const { send, sandbox } = await openSandbox();
    const application = textAt((await send(null, 'POST', '/v1/applications/token', CLIENT)).body, 'access_token');
    const scoped = textAt((await send(application, 'POST', '/api/v1/embedded/scoped-token', { workspace_name: 'tenant_7' })).body, 'access_token');
    const callback = 'https://app.example.com/cb?user_id=tenant_7';
    const start = await send(application, 'POST', '/api/v1/integrations/connectors/oauth/initiate', {
      external_user_id: 'tenant_7',
      connector_type: 'hubspot',
      redirect_url: callback,
    });
    const back = new URL(sandbox.decideConsent(textAt(start.body, 'consent_url'), 'approve'));
    expect(back.searchParams.get('user_id')).toBe('tenant_7');
    const body = {
      external_user_id: 'tenant_7',
      connector_type: 'hubspot',
      name: 'My HubSpot',
      server_side_oauth_secret_id: back.searchParams.get('secret_id'),
    };
    const made = await send(scoped, 'POST', '/api/v1/integrations/connectors', body);
    expect(made.body).toMatchObject({ name: 'My HubSpot', source_template: { name: 'HubSpot', connector_type: 'hubspot' }, replication_config: {} });
    const run = await send(scoped, 'POST', `/api/v1/connectors/sources/${textAt(made.body, 'id')}/execute`, {
      entity: 'contacts',
      action: 'list',
      params: { limit: 10 },
    });
    expect(run.body).toMatchObject({ result: expect.any(Array), connector_metadata: { pagination: { cursor: expect.any(String) } } });
  });
});

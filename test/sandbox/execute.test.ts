import { describe, expect, it } from 'vitest';
import { at, hubspotBody, listAt, openSandbox, stripeBody, textAt, zendeskBody } from './api.js';
import { runEveryOperation, SLUGS } from './everyOperation.js';

type Api = Awaited<ReturnType<typeof openSandbox>>;

const idsOf = (answer: { body: unknown }) => listAt(answer.body, 'result').map((record) => at(record, 'id'));

describe('every operation of the catalogue', () => {
  it.each(SLUGS)('runs: %s', async (slug) => {
    const api = await openSandbox();
    for (const { operation, answer } of await runEveryOperation(api, slug)) {
      expect(answer.status, `${slug} ${operation.entity}.${operation.action}: ${JSON.stringify(answer.body)}`).toBe(200);
      if (operation.action === 'list') expect(listAt(answer.body, 'result').length, `${operation.entity}.list`).toBeGreaterThan(0);
    }
    expect(api.sandbox.unknownCalls).toEqual([]);
  });
});

/** Asks page after page until there is none, and returns all ids. */
async function allPages(
  api: Api,
  id: string,
  [entity, action]: [string, string],
  first: Record<string, unknown>,
  next: (answer: unknown) => Record<string, unknown> | null,
) {
  const ids: unknown[] = [];
  for (let params: Record<string, unknown> | null = first, turns = 0; params !== null && turns < 30; turns += 1) {
    const answer = await api.execute(id, entity, action, { ...first, ...params });
    expect(answer.status).toBe(200);
    ids.push(...(Array.isArray(at(answer.body, 'result')) ? idsOf(answer) : listAt(answer.body, 'result', 'data').map((record) => at(record, 'id'))));
    params = next(answer.body);
  }
  return ids;
}

describe('paging', () => {
  it('of Stripe goes by the last id, while has_more is true', async () => {
    const api = await openSandbox();
    const id = await api.create(stripeBody('ada'));
    const ids = await allPages(api, id, ['customers', 'list'], { limit: 20 }, (body) =>
      at(body, 'connector_metadata', 'has_more') ? { starting_after: at(listAt(body, 'result').at(-1), 'id') } : null,
    );
    expect(ids).toHaveLength(45);
    expect(new Set(ids).size).toBe(45);
    expect((await api.execute(id, 'customers', 'list')).body).toMatchObject({ connector_metadata: { has_more: true } });
    expect(idsOf(await api.execute(id, 'customers', 'list', { limit: 5, ending_before: ids[10] }))).toEqual(ids.slice(5, 10));
    expect((await api.execute(id, 'customers', 'list', { starting_after: 'cus_none' })).status).toBe(422);
  });

  it('of Stripe’s searches is in the result, or nowhere', async () => {
    const api = await openSandbox();
    const id = await api.create(stripeBody('ada'));
    const ids = await allPages(api, id, ['invoices', 'api_search'], { query: 'currency:"eur"', limit: 20 }, (body) =>
      at(body, 'result', 'has_more') ? { page: at(body, 'result', 'next_page') } : null,
    );
    expect(ids).toHaveLength(45);
    expect((await api.execute(id, 'customers', 'api_search', { query: 'example.com', limit: 20 })).body).toMatchObject({
      connector_metadata: { has_more: true },
    });
  });

  it('of HubSpot goes by next_cursor', async () => {
    const api = await openSandbox();
    const id = await api.create(hubspotBody('ada'));
    const ids = await allPages(api, id, ['contacts', 'list'], { limit: 10 }, (body) => {
      const after = at(body, 'connector_metadata', 'next_cursor');
      expect(at(body, 'connector_metadata', 'next_link') === null).toBe(after === null);
      return after ? { after } : null;
    });
    expect(new Set(ids).size).toBe(45);
    expect((await api.execute(id, 'contacts', 'list', { after: 'guess' })).status).toBe(422);
  });

  it('of Zendesk goes by page number, and has a second page without asking for a size', async () => {
    const api = await openSandbox();
    const id = await api.create(zendeskBody('ada'));
    const first = await api.execute(id, 'tickets', 'list');
    expect(first.body).toMatchObject({
      connector_metadata: { next_page: expect.stringContaining('https://acme.zendesk.com/'), previous_page: null, count: 130 },
    });
    const second = await api.execute(id, 'tickets', 'list', { page: 2 });
    expect(second.body).toMatchObject({ connector_metadata: { next_page: null, previous_page: expect.any(String) } });
    expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(130);
    expect(idsOf(await api.execute(id, 'tickets', 'list', { page: 9 }))).toEqual([]);
  });

  it('of the context store is in result.meta', async () => {
    const api = await openSandbox();
    const id = await api.create(hubspotBody('ada'));
    const ids = await allPages(api, id, ['contacts', 'context_store_search'], { query: {}, limit: 20 }, (body) =>
      at(body, 'result', 'meta', 'has_more') ? { cursor: at(body, 'result', 'meta', 'cursor') } : null,
    );
    expect(new Set(ids).size).toBe(45);
  });

  it('on the path of sources also has pagination.cursor, which goes back as cursor', async () => {
    const { create, post } = await openSandbox();
    const id = await create(hubspotBody('ada'));
    const run = (params: Record<string, unknown>) => post(`/api/v1/connectors/sources/${id}/execute`, { entity: 'contacts', action: 'list', params });
    const first = await run({ limit: 10 });
    const cursor = textAt(first.body, 'connector_metadata', 'pagination', 'cursor');
    expect(idsOf(await run({ limit: 10, cursor }))).not.toEqual(idsOf(first));
  });
});

describe('records', () => {
  it('are the same for the same seed and user, and differ between users', async () => {
    const of = async (user: string, seed = 1) => {
      const { create, execute } = await openSandbox({ seed });
      return (await execute(await create(stripeBody(user)), 'customers', 'list')).body;
    };
    expect(at(await of('ada'), 'result')).toEqual(at(await of('ada'), 'result'));
    expect(at(await of('ada'), 'result')).not.toEqual(at(await of('ben'), 'result'));
    expect(at(await of('ada'), 'result')).not.toEqual(at(await of('ada', 2), 'result'));
  });

  it('are made, changed and removed', async () => {
    const { create, execute } = await openSandbox();
    const id = await create(stripeBody('ada'));
    const made = await execute(id, 'customers', 'create', { name: 'Ada', email: 'ada@example.com' });
    const customer = textAt(made.body, 'result', 'id');
    expect(customer).toMatch(/^cus_/);
    expect(idsOf(await execute(id, 'customers', 'list', { limit: 1 }))).toEqual([customer]);
    await execute(id, 'customers', 'update', { id: customer, name: 'Ada L.' });
    expect((await execute(id, 'customers', 'get', { id: customer })).body).toMatchObject({ result: { name: 'Ada L.', email: 'ada@example.com' } });
    expect(idsOf(await execute(id, 'customers', 'list', { email: 'ada@example.com' }))).toEqual([customer]);
    expect((await execute(id, 'customers', 'delete', { id: customer })).body).toMatchObject({ result: { id: customer, deleted: true } });
    expect((await execute(id, 'customers', 'get', { id: customer })).status).toBe(422);
  });

  it('of Zendesk are written from the object in the parameters', async () => {
    const { create, execute } = await openSandbox();
    const id = await create(zendeskBody('ada'));
    const ticket = at((await execute(id, 'tickets', 'create', { ticket: { subject: 'Printer on fire' } })).body, 'result', 'id');
    expect((await execute(id, 'tickets', 'get', { ticket_id: ticket })).body).toMatchObject({ result: { subject: 'Printer on fire' } });
    await execute(id, 'ticket_comments', 'create', { ticket_id: ticket, ticket: { status: 'solved', comment: { body: 'It is out.' } } });
    expect((await execute(id, 'tickets', 'get', { ticket_id: ticket })).body).toMatchObject({ result: { status: 'solved' } });
    expect(JSON.stringify((await execute(id, 'ticket_comments', 'list', { ticket_id: ticket })).body)).toContain('It is out.');
  });
});

describe('what is refused', () => {
  it('422s for an unknown entity, action or record, and for parameters that are missing or not allowed', async () => {
    const { create, execute } = await openSandbox();
    const id = await create(stripeBody('ada'));
    const fieldOf = async (entity: string, action: string, params = {}) => {
      const { status, body } = await execute(id, entity, action, params);
      return [status, at(body, 'errors', 0, 'field')];
    };
    expect(await fieldOf('faxes', 'list')).toEqual([422, 'entity']);
    expect(await fieldOf('customers', 'explode')).toEqual([422, 'action']);
    expect(await fieldOf('customers', 'get')).toEqual([422, 'params.id']);
    expect(await fieldOf('customers', 'get', { id: 'cus_none' })).toEqual([422, 'params.id']);
    expect(await fieldOf('customers', 'list', { limit: 101 })).toEqual([422, 'params.limit']);
    expect(await fieldOf('customers', 'list', { limit: 'many' })).toEqual([422, 'params.limit']);
    expect(await fieldOf('customers', 'list', { not_declared: 1 })).toEqual([200, undefined]);
  });

  it('401s when the credentials contain "invalid", without repeating them', async () => {
    const { create, execute } = await openSandbox();
    const id = await create({ ...stripeBody('ada'), credentials: { api_key: 'sk_invalid_marked' } });
    const { status, body } = await execute(id, 'customers', 'list');
    expect(status).toBe(401);
    expect(body).toMatchObject({ message: expect.stringContaining('Stripe') });
    expect(JSON.stringify(body)).not.toContain('marked');
  });

  it('404s for an unknown connector', async () => {
    const { execute } = await openSandbox();
    expect(await execute('11111111-1111-4111-8111-111111111111', 'customers', 'list')).toMatchObject({ status: 404, body: { message: 'Connector not found' } });
  });
});

describe('downloads', () => {
  it('stream bytes with their type and name, also HTML', async () => {
    const { create, execute } = await openSandbox();
    const id = await create(zendeskBody('ada'));
    const { status, body, headers } = await execute(id, 'attachments', 'download', { attachment_id: 7_000_002 });
    const about = (await execute(id, 'attachments', 'get', { attachment_id: 7_000_002 })).body;
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html');
    expect(headers.get('content-disposition')).toBe('attachment; filename="attachment-7000002.html"');
    expect(at(about, 'result', 'size')).toBe(String(body).length);
  });

  it('have no bytes for a file that is not there', async () => {
    const { create, execute } = await openSandbox();
    const id = await create(zendeskBody('ada'));
    for (const attachment_id of [1, 8_000_000]) {
      const { status, body } = await execute(id, 'attachments', 'download', { attachment_id });
      expect([status, body]).toEqual([200, '']);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { nextPage } from '../../src/airbyte/paging.js';
import { builtInCatalog, type CatalogEntry } from '../../src/catalog/index.js';
import { missingCursor, repeatCursor } from '../../src/sandbox/index.js';
import { createBody, entryOf, requiredParams } from './anyConnector.js';
import { at, listAt, openSandbox, textAt } from './api.js';
import { type PagingRow, pagingRows, readPage } from './factsPaging.js';

const slugs = builtInCatalog.list().map(({ slug }) => slug);

/** A connector of any definition: by key, else by consent. */
async function connected(entry: CatalogEntry) {
  const api = await openSandbox();
  const body = createBody(entry, 'ada');
  if (body) return { ...api, id: await api.create(body) };
  const { environment, replication_config } = createBody({ ...entry, methods: [{ key: 'none', kind: 'key', fields: [] }] }, 'ada') ?? {};
  const redirect_url = 'https://app.example.com/cb';
  const start = await api.post('/api/v1/integrations/connectors/oauth/initiate', {
    workspace_name: 'ada',
    definition_id: entry.id,
    environment,
    replication_config,
    redirect_url,
  });
  expect(start.status, JSON.stringify(start.body)).toBe(200);
  const back = new URL(api.sandbox.decideConsent(textAt(start.body, 'consent_url'), 'approve'));
  return { ...api, id: back.searchParams.get('connector_id') ?? '' };
}

describe('every definition', () => {
  it('is one of 51', () => {
    expect(slugs).toHaveLength(51);
  });

  it.each(slugs)('connects, passes its check call and answers each operation: %s', async (slug) => {
    const entry = await entryOf(slug);
    const { execute, id, sandbox } = await connected(entry);
    const failed: string[] = [];
    for (const operation of entry.operations.toSorted((one, other) => Number(one.action === 'delete') - Number(other.action === 'delete'))) {
      const { entity, action } = operation;
      const params = requiredParams(operation, await realId(entry, execute, id, entity));
      const { status, body, headers } = await execute(id, entity, action, params);
      if (status !== 200) failed.push(`${entity}.${action} ${status} ${JSON.stringify(body)}`);
      if (action === 'list' && status === 200 && Array.isArray(at(body, 'result')) && listAt(body, 'result').length === 0)
        failed.push(`${entity}.list is empty`);
      if (action === 'download' && !headers.get('content-disposition')) failed.push(`${entity}.download is no file`);
    }
    expect(failed).toEqual([]);
    if (entry.check) {
      const { entity, action, params } = entry.check;
      expect((await execute(id, entity, action, params)).status).toBe(200);
    }
    expect(sandbox.unknownCalls).toEqual([]);
  });
});

/** The id of a record that the entity's list shows, under each name that an operation may ask for it by. */
async function realId(entry: CatalogEntry, execute: Awaited<ReturnType<typeof openSandbox>>['execute'], connectorId: string, entity: string) {
  if (!['stripe', 'hubspot', 'zendesk-support'].includes(entry.slug)) return {};
  const sources: Readonly<Record<string, string>> = {
    invoice_finalizations: 'invoices',
    invoice_sends: 'invoices',
    payment_intent_confirmations: 'payment_intents',
    payment_intent_cancellations: 'payment_intents',
  };
  const parents = { objectType: entity === 'schemas' ? 'cars' : 'contacts', ticket_id: 1, article_id: 1, attachment_id: 7_000_001 };
  const source = sources[entity] ?? entity;
  const list = entry.operations.find((operation) => operation.entity === source && operation.action === 'list');
  const answer = list ? await execute(connectorId, source, 'list', requiredParams(list, parents)) : null;
  const id = at(answer?.body, 'result', 1, 'id');
  const names = entry.operations.flatMap(({ schema }) => Object.keys(Object(schema.properties))).filter((name) => /id$/i.test(name));
  return {
    ...Object.fromEntries(names.map((name) => [name, id])),
    ...(id === undefined || /comment|audit|attachment/.test(entity) ? parents : { objectType: parents.objectType }),
    mode: 'payment',
  };
}

const rows = process.env.ACK_SHARED ? pagingRows() : [];
const named = rows.map((row): [string, PagingRow] => [`${row.facts.style}: ${row.slug} ${row.entity}.${row.action}`, row]);

const stringsOf = (params: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));

describe('paging', () => {
  it.skipIf(!process.env.ACK_SHARED)('has 65 distinct rows in the facts (needs ACK_SHARED)', () => {
    expect(rows).toHaveLength(65);
  });

  it.skipIf(rows.length === 0).each(named)('comes to its end as the facts tell: %s (needs ACK_SHARED)', async (_name, row) => {
    const entry = await entryOf(row.slug);
    const { execute, id } = await connected(entry);
    const operation = entry.operations.find(({ entity, action }) => entity === row.entity && action === row.action);
    if (!operation) throw new Error('The catalogue lacks the action.');
    const { page_size_param: sizeParam, request_param: parameter } = row.facts;
    const first: Record<string, unknown> = { ...requiredParams(operation), ...(sizeParam ? { [sizeParam]: 10 } : {}) };
    const seen: unknown[] = [];
    let params: Record<string, unknown> | null = first;
    let pages = 0;
    let endedWithMore = false;
    while (params !== null && pages < 20) {
      const answer = await execute(id, row.entity, row.action, params);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      const { records, more, next } = readPage(row, params, answer.body);
      seen.push(...records.map((record) => at(record, row.facts.record_key ?? 'id')));
      pages += 1;
      endedWithMore = more && parameter === null;
      const kit = nextPage({ paging: operation.paging, params, result: at(answer.body, 'result'), metadata: at(answer.body, 'connector_metadata') });
      params = next === null || next === undefined || next === params[parameter ?? ''] ? null : { ...params, [parameter ?? '']: next };
      // A true end is not a list that stops before it.
      expect(kit.stopped).toBeNull();
      // The kit reads the same, from its catalogue.
      expect(kit.nextParams === null ? null : stringsOf(kit.nextParams)).toEqual(params === null ? null : stringsOf(params));
    }
    expect(new Set(seen).size).toBe(seen.length);
    if (parameter === null) return expect([pages, endedWithMore || row.facts.more === null]).toEqual([1, true]);
    expect(pages).toBeGreaterThan(1);
    expect(seen.length).toBeGreaterThanOrEqual(45);
  });

  const CURSORS: readonly unknown[] = ['cursor', 'next_url', 'last_record_id'];
  it.skipIf(rows.length === 0).each(named)('stops with a reason when its cursor repeats or is missing: %s (needs ACK_SHARED)', async (_name, row) => {
    const entry = await entryOf(row.slug);
    const operation = entry.operations.find(({ entity, action }) => entity === row.entity && action === row.action);
    const paging = operation?.paging;
    if (!operation || !paging) throw new Error('The catalogue lacks the paging.');
    const { execute, id, sandbox } = await connected(entry);
    const first = { ...requiredParams(operation), ...(paging.pageSizeParam === null ? {} : { [paging.pageSizeParam]: 10 }) };
    const read = async (params: Readonly<Record<string, unknown>>) => {
      const { body } = await execute(id, row.entity, row.action, { ...params });
      return nextPage({ paging, params, result: at(body, 'result'), metadata: at(body, 'connector_metadata') });
    };
    const hasCursor = paging.requestParam !== null && CURSORS.includes(paging.style);
    const usual = await read(first);
    sandbox.addFault(repeatCursor({ times: 1 }));
    expect((await read(usual.nextParams ?? first)).stopped).toBe(hasCursor ? 'cursor_repeated' : null);
    sandbox.addFault(missingCursor({ times: 1 }));
    // Where one key is both, or nothing says that there is more, a cursor can not be missing. A URL can be there without it.
    const tells = paging.more !== null && paging.more.key !== paging.cursor?.key;
    expect((await read(first)).stopped).toBe(hasCursor && tells ? 'cursor_missing' : null);
    expect((await read(first)).nextParams).toEqual(usual.nextParams);
  });

  const metadataOf = async (slug: string, entity: string, params: Record<string, unknown>) => {
    const { execute, id } = await connected(await entryOf(slug));
    const { body } = await execute(id, entity, 'list', params);
    return { metadata: at(body, 'connector_metadata'), records: listAt(body, 'result') };
  };

  it('of Confluence is a URL without a host, of Klaviyo one whose names are percent-encoded', async () => {
    expect(await metadataOf('confluence', 'spaces', { limit: 10 })).toMatchObject({ metadata: { next: '/rest/api/next?cursor=10' } });
    expect(await metadataOf('klaviyo', 'profiles', { 'page[size]': 10 })).toMatchObject({
      metadata: { next: 'https://service.example/next?page%5Bcursor%5D=10' },
    });
  });

  it('of Facebook has a cursor on its last page, and an empty page behind it', async () => {
    const { metadata, records } = await metadataOf('facebook-marketing', 'ad_accounts', { limit: 45 });
    expect([records.length, metadata]).toEqual([45, { after: '45' }]);
    expect(await metadataOf('facebook-marketing', 'ad_accounts', { limit: 45, after: '45' })).toEqual({ records: [], metadata: { after: null } });
  });

  it('of Sentry has a URL on its last page too', async () => {
    const { metadata } = await metadataOf('sentry', 'projects', { cursor: '40' });
    expect(metadata).toMatchObject({ next: expect.stringContaining('cursor=') });
  });
});

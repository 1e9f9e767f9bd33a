import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type NextPageInput, nextPage } from '../../src/airbyte/index.js';
import { builtInCatalog, type CatalogPaging } from '../../src/catalog/index.js';

const base: CatalogPaging = { style: 'cursor', more: null, cursor: null, requestParam: 'cursor', pageSizeParam: 'limit' };
const paging = (rest: Partial<CatalogPaging>): CatalogPaging => ({ ...base, ...rest });
const next = (input: Partial<NextPageInput>) =>
  nextPage({ paging: undefined, params: {}, result: [{ id: 'a' }, { id: 'b' }], metadata: null, ...input }).nextParams;

async function catalogPaging(slug: string, entity: string, action: string) {
  const entry = await builtInCatalog.load(slug);
  return entry?.operations.find((operation) => operation.entity === entity && operation.action === action)?.paging;
}

describe('the records', () => {
  it('are the result where it is a list', () => {
    expect(nextPage({ paging: undefined, params: {}, result: [1], metadata: null })).toEqual({ nextParams: null, recordsAt: '', records: [1], stopped: null });
  });

  it('are where the facts say', () => {
    const result = { data: [1, 2], meta: {} };
    expect(nextPage({ paging: paging({ metaAt: 'result.meta', recordsAt: 'result.data' }), params: {}, result, metadata: null })).toMatchObject({
      recordsAt: 'data',
      records: [1, 2],
    });
  });

  it('are none for a single object, which has no next page either', () => {
    const only = paging({ more: { key: 'has_more', when: 'true' }, cursor: { key: 'cursor', take: 'value' } });
    expect(nextPage({ paging: only, params: {}, result: { id: 1 }, metadata: { has_more: true, cursor: 'c' } })).toEqual({
      nextParams: null,
      recordsAt: null,
      records: null,
      stopped: null,
    });
  });
});

describe('a cursor', () => {
  const cursor = paging({ more: { key: 'has_more', when: 'true' }, cursor: { key: 'page.next', take: 'value' } });

  it('is sent under its parameter, and nothing else changes', () => {
    const params = { limit: 2, query: { filter: { a: 1 } } };
    expect(next({ paging: cursor, params, metadata: { has_more: true, page: { next: 'c1' } } })).toEqual({ ...params, cursor: 'c1' });
    expect(params).not.toHaveProperty('cursor');
  });

  it.each([
    ['there is no more', { has_more: false, page: { next: 'c1' } }],
    ['nothing says whether there is more', { page: { next: 'c1' } }],
    ['it is empty', { has_more: true, page: { next: '' } }],
    ['it is null', { has_more: true, page: { next: null } }],
    ['it is an object', { has_more: true, page: { next: {} } }],
    ['it is missing', { has_more: true }],
    ['there is no metadata', null],
  ])('ends the list when %s', (_, metadata) => {
    expect(next({ paging: cursor, metadata })).toBeNull();
  });

  it('ends the list when the same one comes back', () => {
    expect(next({ paging: cursor, params: { cursor: 'c1' }, metadata: { has_more: true, page: { next: 'c1' } } })).toBeNull();
    expect(next({ paging: cursor, params: { cursor: '7' }, metadata: { has_more: true, page: { next: 7 } } })).toBeNull();
  });

  it('reads a done flag', () => {
    const done = paging({ more: { key: 'isLast', when: 'false' }, cursor: { key: 'token', take: 'value' } });
    expect(next({ paging: done, metadata: { isLast: false, token: 't' } })).toEqual({ cursor: 't' });
    expect(next({ paging: done, metadata: { isLast: true, token: 't' } })).toBeNull();
    expect(next({ paging: done, metadata: { token: 't' } })).toBeNull();
  });

  it('does not read what a record inherits', () => {
    const hostile = paging({ more: { key: 'constructor', when: 'non_null' }, cursor: { key: 'constructor.name', take: 'value' } });
    expect(next({ paging: hostile, metadata: {} })).toBeNull();
  });
});

describe('a next URL', () => {
  const url = (rest: Partial<CatalogPaging> = {}) =>
    paging({
      style: 'next_url',
      requestParam: 'page[cursor]',
      more: { key: 'next', when: 'non_null' },
      cursor: { key: 'next', take: 'query_param', paramInUrl: 'page[cursor]' },
      ...rest,
    });

  it.each([
    ['absolute', 'https://a.example/api?page%5Bcursor%5D=abc%3D%3D&x=1'],
    ['relative', '/wiki/rest?page[cursor]=abc%3D%3D'],
  ])('gives its parameter, %s and percent-encoded', (_, value) => {
    expect(next({ paging: url(), metadata: { next: value } })).toEqual({ 'page[cursor]': 'abc==' });
  });

  it.each(['https://a.example/api?other=1', 'https://a.example/api?page[cursor]=', 'http://[', '', null, 5])('ends the list for %j', (value) => {
    expect(next({ paging: url(), metadata: { next: value } })).toBeNull();
  });

  it('is found among links by its rel', () => {
    const links = url({
      more: { key: 'links', rel: 'next', when: 'non_null' },
      cursor: { key: 'links', rel: 'next', take: 'query_param', paramInUrl: 'page[cursor]' },
    });
    const next_ = { rel: 'next', href: '/x?page[cursor]=n' };
    expect(next({ paging: links, metadata: { links: [{ rel: 'self', href: '/x?page[cursor]=s' }, next_] } })).toEqual({ 'page[cursor]': 'n' });
    expect(next({ paging: links, metadata: { links: [{ rel: 'self', href: '/x?page[cursor]=s' }] } })).toBeNull();
  });

  it('that always comes ends with a page that is shorter than asked for', () => {
    const always = url({ more: null });
    const metadata = { next: '/x?page[cursor]=n' };
    expect(next({ paging: always, params: { limit: 2 }, metadata })).toEqual({ limit: 2, 'page[cursor]': 'n' });
    expect(next({ paging: always, params: { limit: 3 }, metadata })).toBeNull();
    expect(next({ paging: always, params: {}, metadata, result: [] })).toBeNull();
  });
});

describe('a page number', () => {
  const page = (rest: Partial<CatalogPaging> = {}) =>
    paging({ style: 'page_number', requestParam: 'page', pageSizeParam: 'per_page', more: { key: 'next', when: 'non_null' }, ...rest });

  it('follows the one that was sent, or the first', () => {
    expect(next({ paging: page({ first: 1 }), metadata: { next: 'x' } })).toEqual({ page: 2 });
    expect(next({ paging: page({ first: 0 }), metadata: { next: 'x' } })).toEqual({ page: 1 });
    expect(next({ paging: page({ first: 1 }), params: { page: 4, per_page: 2 }, metadata: { next: 'x' } })).toEqual({ page: 5, per_page: 2 });
    expect(next({ paging: page({ first: 1 }), params: { page: '4' }, metadata: { next: 'x' } })).toEqual({ page: 5 });
  });

  it('ends when nothing is next', () => {
    expect(next({ paging: page(), metadata: { next: null } })).toBeNull();
  });
});

describe('an offset', () => {
  const offset = paging({ style: 'offset', requestParam: 'start', more: { key: 'next', when: 'non_null' }, first: 0 });

  it('grows by the records that came', () => {
    expect(next({ paging: offset, metadata: { next: 'x' } })).toEqual({ start: 2 });
    expect(next({ paging: offset, params: { start: 10 }, metadata: { next: 'x' } })).toEqual({ start: 12 });
  });

  it('ends with an empty page', () => {
    expect(next({ paging: offset, params: { start: 10 }, metadata: { next: 'x' }, result: [] })).toBeNull();
  });
});

describe('the last record', () => {
  const last = paging({ style: 'last_record_id', requestParam: 'starting_after', more: { key: 'has_more', when: 'true' }, recordKey: 'id' });

  it('gives its id', () => {
    expect(next({ paging: last, metadata: { has_more: true } })).toEqual({ starting_after: 'b' });
  });

  it.each([
    ['there are no records', []],
    ['the record has no id', [{ name: 'x' }]],
    ['the record is not one', ['x']],
  ])('ends the list when %s', (_, result) => {
    expect(next({ paging: last, metadata: { has_more: true }, result })).toBeNull();
  });
});

describe('a list that stops before its end', () => {
  const stoppedOf = (input: Partial<NextPageInput>) =>
    nextPage({ paging: undefined, params: {}, result: [{ id: 'a' }, { id: 'b' }], metadata: null, ...input });
  const cursor = paging({ more: { key: 'has_more', when: 'true' }, cursor: { key: 'next', take: 'value' } });
  const url = paging({ style: 'next_url', more: { key: 'next', when: 'non_null' }, cursor: { key: 'next', take: 'query_param', paramInUrl: 'cursor' } });
  const last = paging({ style: 'last_record_id', requestParam: 'after', more: { key: 'has_more', when: 'true' }, recordKey: 'id' });

  it.each<[string, Partial<NextPageInput>]>([
    ['as a value', { paging: cursor, params: { cursor: 'c1' }, metadata: { has_more: true, next: 'c1' } }],
    ['as a number where text was sent', { paging: cursor, params: { cursor: '7' }, metadata: { has_more: true, next: 7 } }],
    ['in a URL', { paging: url, params: { cursor: 'c1' }, metadata: { next: '/x?cursor=c1' } }],
    ['as the last record', { paging: last, params: { after: 'b' }, metadata: { has_more: true } }],
  ])('says that the cursor came back: %s', (_, input) => {
    expect(stoppedOf(input)).toMatchObject({ nextParams: null, stopped: 'cursor_repeated', records: [{ id: 'a' }, { id: 'b' }] });
  });

  it.each<[string, Partial<NextPageInput>]>([
    ['no field', { paging: cursor, metadata: { has_more: true } }],
    ['an empty one', { paging: cursor, metadata: { has_more: true, next: '' } }],
    ['an object', { paging: cursor, metadata: { has_more: true, next: {} } }],
    ['a URL without it', { paging: url, metadata: { next: '/x?other=1' } }],
    ['a last record without an id', { paging: last, metadata: { has_more: true }, result: [{ name: 'x' }] }],
    ['no record at all', { paging: last, metadata: { has_more: true }, result: [] }],
  ])('says that none came: %s', (_, input) => {
    expect(stoppedOf(input)).toMatchObject({ nextParams: null, stopped: 'cursor_missing' });
  });

  it.each<[string, Partial<NextPageInput>]>([
    ['the end', { paging: cursor, params: { cursor: 'c1' }, metadata: { has_more: false, next: 'c1' } }],
    ['a next page', { paging: cursor, params: { cursor: 'c1' }, metadata: { has_more: true, next: 'c2' } }],
    ['the cursor "undefined" after none was sent', { paging: cursor, metadata: { has_more: true, next: 'undefined' } }],
    ['a full page where nothing says that there is more', { paging: paging({ cursor: { key: 'next', take: 'value' } }), metadata: {} }],
    ['one object', { paging: cursor, result: { id: 1 }, metadata: { has_more: true } }],
    ['an action that is not paginated', { metadata: { has_more: true } }],
    [
      'has_more_only',
      { paging: paging({ style: 'has_more_only', requestParam: null, more: { key: 'has_more', when: 'true' } }), metadata: { has_more: true } },
    ],
    [
      'unknown',
      { paging: paging({ style: 'unknown', more: { key: 'has_more', when: 'true' }, cursor: { key: 'x', take: 'value' } }), metadata: { has_more: true } },
    ],
    ['an offset', { paging: paging({ style: 'offset', more: { key: 'next', when: 'non_null' } }), metadata: { next: 'x' }, result: [] }],
  ])('is not %s', (_, input) => {
    expect(stoppedOf(input).stopped).toBeNull();
  });
});

describe('no known way to a next page', () => {
  it.each(['has_more_only', 'unknown'] as const)('gives none for %s', (style) => {
    expect(next({ paging: paging({ style, requestParam: null, more: { key: 'has_more', when: 'true' } }), metadata: { has_more: true } })).toBeNull();
  });

  it('gives none for an action that is not paginated', () => {
    expect(next({ metadata: { has_more: true, next_cursor: 'x' } })).toBeNull();
  });
});

describe('the three connectors', () => {
  it('Stripe goes on after the last id', async () => {
    const stripe = await catalogPaging('stripe', 'customers', 'list');
    expect(next({ paging: stripe, params: { limit: 2 }, result: [{ id: 'cus_1' }, { id: 'cus_2' }], metadata: { has_more: true } })).toEqual({
      limit: 2,
      starting_after: 'cus_2',
    });
    expect(next({ paging: stripe, result: [{ id: 'cus_3' }], metadata: { has_more: false } })).toBeNull();
  });

  it('Stripe’s search has more, and no way to ask for it', async () => {
    const search = await catalogPaging('stripe', 'customers', 'api_search');
    expect(next({ paging: search, metadata: { has_more: true } })).toBeNull();
  });

  it('HubSpot sends its cursor as after', async () => {
    const hubspot = await catalogPaging('hubspot', 'contacts', 'list');
    expect(next({ paging: hubspot, params: { limit: 10 }, metadata: { next_cursor: '10', next_link: 'https://x' } })).toEqual({ limit: 10, after: '10' });
    expect(next({ paging: hubspot, metadata: { next_cursor: null } })).toBeNull();
  });

  it('Zendesk counts pages while a next one is named', async () => {
    const zendesk = await catalogPaging('zendesk-support', 'tickets', 'list');
    expect(next({ paging: zendesk, params: { per_page: 2 }, metadata: { next_page: 'https://x?page=2', count: 9 } })).toEqual({ per_page: 2, page: 2 });
    expect(next({ paging: zendesk, params: { page: 5 }, metadata: { next_page: null, count: 9 } })).toBeNull();
  });

  it('the context store keeps its records and its cursor in the result', async () => {
    const search = await catalogPaging('hubspot', 'contacts', 'context_store_search');
    const result = { data: [{ id: 1 }], meta: { has_more: true, cursor: 'c2', took_ms: 3 } };
    expect(nextPage({ paging: search, params: { query: {} }, result, metadata: null })).toEqual({
      nextParams: { query: {}, cursor: 'c2' },
      recordsAt: 'data',
      records: [{ id: 1 }],
      stopped: null,
    });
  });
});

const shared = process.env.ACK_SHARED;
it.skipIf(shared === undefined)('never throws for any paging fact, whatever the metadata (needs ACK_SHARED)', () => {
  const folder = join(shared ?? '', 'facts/connectors');
  const hostile = [
    null,
    undefined,
    '',
    0,
    true,
    [],
    {},
    { next: {} },
    { links: [null, 'x', { rel: 'next' }] },
    { has_more: true, next: 'http://[', cursor: [] },
  ];
  const all = readdirSync(folder).flatMap((file) => {
    const { entities } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return entities.flatMap((entity: { actions: { paging?: Record<string, unknown> }[] }) =>
      entity.actions.flatMap(({ paging: facts }) => (facts === undefined ? [] : [facts])),
    );
  });
  expect(all.length).toBeGreaterThan(800);
  for (const facts of all) {
    const cursor = facts.cursor === null || facts.cursor === undefined ? null : { ...facts.cursor, paramInUrl: facts.cursor.param_in_url };
    const converted = {
      style: facts.style,
      metaAt: facts.meta_at,
      recordsAt: facts.records_at,
      more: facts.more,
      cursor,
      requestParam: facts.request_param ?? null,
      pageSizeParam: facts.page_size_param ?? null,
      first: facts.first,
      recordKey: facts.record_key,
    };
    for (const metadata of hostile) {
      for (const result of [[], [{ id: 1 }], { data: [{}], meta: metadata }, null]) nextPage({ paging: converted, params: {}, result, metadata });
    }
  }
});

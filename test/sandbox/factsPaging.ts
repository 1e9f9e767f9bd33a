import { readFileSync } from 'node:fs';
import { at, listAt } from './api.js';

/** A row of the paging facts, with the connector's own action behind it. */
export interface PagingRow {
  slug: string;
  entity: string;
  action: string;
  facts: PagingFacts;
}

/** As the facts have it; see their README. */
export interface PagingFacts {
  style: string;
  more: { key: string; when: string; rel?: string } | null;
  cursor: { key: string; take: string; param_in_url?: string; rel?: string } | null;
  request_param: string | null;
  page_size_param: string | null;
  first?: number;
  record_key?: string;
  meta_at?: string;
  records_at?: string;
}

const facts = (path: string): unknown => JSON.parse(readFileSync(`${process.env.ACK_SHARED}/facts/${path}`, 'utf8'));

/** One row for each distinct way of paging: the first action that uses it. */
export function pagingRows(): PagingRow[] {
  return listAt(facts('paging.json'), 'combinations').map((combination) => {
    const [slug = '', entity = '', action = ''] = String(at(combination, 'used_by', 0)).split('/');
    const actions = listAt(facts(`connectors/${slug}.json`), 'entities').find((candidate) => at(candidate, 'name') === entity);
    const found = listAt(actions, 'actions').find((candidate) => at(candidate, 'action') === action);
    // SAFETY: the facts are written in this form; a test that reads them wrongly fails.
    return { slug, entity, action, facts: at(found, 'paging') as PagingFacts };
  });
}

const byPath = (value: unknown, path: string): unknown => (path === '' ? value : at(value, ...path.split('.')));

const linkIn = (value: unknown, rel: string | undefined): unknown =>
  rel === undefined ? value : at(Array.isArray(value) ? value.find((link) => at(link, 'rel') === rel) : undefined, 'href');

const isBlank = (value: unknown) => value === undefined || value === null || value === '';

/** The records of a page, and the parameter that asks for the next one; null at the end, or where nothing can ask for it. By the rules of the facts. */
export function readPage({ facts: row }: PagingRow, params: Record<string, unknown>, answer: unknown) {
  const records = byPath(at(answer, 'result'), (row.records_at ?? 'result').replace(/^result\.?/, ''));
  const meta = row.meta_at ? byPath(at(answer, 'result'), row.meta_at.replace(/^result\.?/, '')) : at(answer, 'connector_metadata');
  const list = Array.isArray(records) ? records : [];
  const more = moreIn(row, meta, list, params);
  return { records: list, more, next: more && row.request_param ? nextIn(row, meta, list, params[row.request_param]) : null };
}

function moreIn(row: PagingFacts, meta: unknown, records: readonly unknown[], params: Record<string, unknown>): boolean {
  if (!row.more) return records.length > 0 && records.length >= Number(params[row.page_size_param ?? ''] ?? 1);
  const value = linkIn(byPath(meta, row.more.key), row.more.rel);
  if (row.more.when === 'non_null') return !isBlank(value);
  return value === (row.more.when === 'true');
}

function nextIn(row: PagingFacts, meta: unknown, records: readonly unknown[], sent: unknown): unknown {
  if (row.style === 'page_number') return Number(sent ?? row.first) + 1;
  if (row.style === 'offset') return Number(sent ?? row.first) + records.length;
  if (row.style === 'last_record_id') return at(records.at(-1), row.record_key ?? '');
  const carried = linkIn(byPath(meta, row.cursor?.key ?? ''), row.cursor?.rel);
  if (row.cursor?.take !== 'query_param') return carried;
  return new URL(String(carried), 'https://relative.invalid').searchParams.get(row.cursor.param_in_url ?? '');
}

import type { CatalogPaging } from '../catalog/index.js';
import { isJsonObject, type PagingStop } from '../core/index.js';

export interface NextPageInput {
  /** Absent where the action is not paginated. */
  paging: CatalogPaging | undefined;
  /** What was sent. */
  params: Readonly<Record<string, unknown>>;
  /** `result` of the answer. */
  result: unknown;
  /** `connector_metadata` of the answer. */
  metadata: unknown;
}

export interface NextPage {
  /** The same parameters but for the one that pages; null when there is no next page, or no known way to ask for it. */
  nextParams: Readonly<Record<string, unknown>> | null;
  /** Dotted path of the records in `result`, empty for `result` itself; null when there is no list. */
  recordsAt: string | null;
  records: readonly unknown[] | null;
  /** Why there is no next page although the answer says that there is more; null at a true end, and where the facts name no cursor. */
  stopped: PagingStop | null;
}

type Cursor = string | number;

/**
 * The next page by the catalogue's facts. An empty string or a missing field counts as null; a cursor that comes back unchanged ends the
 * list, and so does one that is missing: `stopped` says which. Where no field tells whether there is more, a page that is shorter than asked
 * for, or empty, is the last. No URL is ever followed.
 */
export function nextPage({ paging, params, result, metadata }: NextPageInput): NextPage {
  const recordsAt = paging?.recordsAt?.replace(/^result\.?/, '') ?? '';
  const found = valueAt(result, recordsAt);
  const records = Array.isArray(found) ? found : null;
  const cursor = paging === undefined || records === null ? null : nextCursor(paging, params, records, metaOf(paging, result, metadata));
  const parameter = paging?.requestParam ?? '';
  const repeated = cursor !== null && params[parameter] !== undefined && String(cursor) === String(params[parameter]);
  const missing = cursor === null && paging !== undefined && records !== null && isCursorDue(paging, params, records, metaOf(paging, result, metadata));
  return {
    nextParams: cursor === null || repeated ? null : { ...params, [parameter]: cursor },
    recordsAt: records === null ? null : recordsAt,
    records,
    stopped: repeated ? 'cursor_repeated' : missing ? 'cursor_missing' : null,
  };
}

/** The answer itself says that there is more, and the facts name what would ask for it. */
function isCursorDue(paging: CatalogPaging, params: NextPageInput['params'], records: readonly unknown[], meta: unknown): boolean {
  if (paging.requestParam === null || paging.more === null || !hasMore(paging, params, records, meta)) return false;
  return paging.style === 'last_record_id' || ((paging.style === 'cursor' || paging.style === 'next_url') && paging.cursor !== null);
}

function metaOf(paging: CatalogPaging, result: unknown, metadata: unknown): unknown {
  return paging.metaAt === undefined ? metadata : valueAt(result, paging.metaAt.replace(/^result\.?/, ''));
}

function nextCursor(paging: CatalogPaging, params: NextPageInput['params'], records: readonly unknown[], meta: unknown): Cursor | null {
  const { requestParam } = paging;
  if (requestParam === null || !hasMore(paging, params, records, meta)) return null;
  switch (paging.style) {
    case 'cursor':
    case 'next_url':
      return cursorIn(paging, meta);
    case 'page_number':
      return numberOf(params[requestParam], paging.first ?? 1) + 1;
    case 'offset':
      return records.length === 0 ? null : numberOf(params[requestParam], paging.first ?? 0) + records.length;
    case 'last_record_id':
      return asCursor(valueAt(records.at(-1), paging.recordKey ?? 'id'));
    case 'has_more_only':
    case 'unknown':
      return null;
  }
}

function hasMore({ more, pageSizeParam }: CatalogPaging, params: NextPageInput['params'], records: readonly unknown[], meta: unknown): boolean {
  if (more === null) {
    const size = pageSizeParam === null ? null : params[pageSizeParam];
    return records.length > 0 && records.length >= numberOf(size, 1);
  }
  const value = linkOrValue(valueAt(meta, more.key), more.rel);
  if (more.when === 'non_null') return !isBlank(value);
  return value === (more.when === 'true');
}

function cursorIn({ cursor }: CatalogPaging, meta: unknown): Cursor | null {
  if (cursor === null) return null;
  const value = linkOrValue(valueAt(meta, cursor.key), cursor.rel);
  return cursor.take === 'value' ? asCursor(value) : queryParameter(value, cursor.paramInUrl ?? '');
}

/** A query parameter of a URL that may be relative; its names may be percent-encoded. */
function queryParameter(url: unknown, name: string): string | null {
  if (typeof url !== 'string' || !URL.canParse(url, 'https://relative.invalid')) return null;
  return new URL(url, 'https://relative.invalid').searchParams.get(name) || null;
}

/** With a `rel` the value is a list of links, and the one with this `rel` counts. */
function linkOrValue(value: unknown, rel: string | undefined): unknown {
  if (rel === undefined) return value;
  const link = Array.isArray(value) ? value.filter(isJsonObject).find((candidate) => candidate.rel === rel) : undefined;
  return link?.href;
}

function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  return path.split('.').reduce<unknown>((inner, key) => (isJsonObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), value);
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

const asCursor = (value: unknown): Cursor | null => ((typeof value === 'string' && value !== '') || typeof value === 'number' ? value : null);

/** Parameters may come from a form as text. */
function numberOf(value: unknown, fallback: number): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : fallback;
}

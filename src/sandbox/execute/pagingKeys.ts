import type { CatalogOperation, CatalogPaging } from '../../catalog/index.js';
import type { JsonObject } from '../../core/index.js';
import type { PagingQuirks } from '../services/index.js';
import { setAt } from './setAt.js';
import { cursorAt } from './window.js';

export interface Place {
  operation: CatalogOperation;
  paging: CatalogPaging;
  start: number;
  size: number;
  shown: readonly JsonObject[];
  total: number;
  quirks?: PagingQuirks | undefined;
}

type Next = string | number | null;

/** The keys that the facts name: the one that says there is more, and the one that carries the cursor. */
export function pagingKeys(place: Place): { keys: JsonObject; next: Next } {
  const { paging, start, size, total, quirks } = place;
  const end = start + size;
  const next = end < total ? nextOf(place, end) : null;
  const keys: JsonObject = {};
  const { cursor, more } = paging;
  // Some services give a cursor with their last page too: behind it is an empty page.
  const lingers = start < total && (quirks?.cursorOnLastPage || (more === null && cursor?.take === 'query_param'));
  const shownNext = next ?? (lingers ? nextOf(place, total) : null);
  if (cursor) setAt(keys, cursor.key, shownNext === null ? null : carried(place, shownNext));
  if (more) setMore(keys, place, shownNext);
  return { keys, next };
}

/** The key that says whether there is more, where it is another than the cursor's. */
export function setMore(keys: JsonObject, { paging: { more, cursor, requestParam }, quirks }: Place, next: Next): void {
  if (!more || (cursor && cursor.key === more.key)) return;
  if (more.when !== 'non_null') setAt(keys, more.key, (next !== null) === (more.when === 'true'));
  else if (next === null) setAt(keys, more.key, more.rel === undefined ? null : links(more.rel, null));
  // `next_page` is there when `next_page.offset` is.
  else if (!cursor?.key.startsWith(`${more.key}.`)) setAt(keys, more.key, asLink(urlTo(requestParam ?? 'page', next, quirks), more.rel));
}

/** The cursor as the metadata has it: itself, in a URL, or in a list of links. */
export function carried({ paging, quirks }: Place, next: string | number): unknown {
  const { cursor, requestParam, style } = paging;
  const isUrl = cursor?.take === 'query_param' || style === 'unknown';
  return isUrl ? asLink(urlTo(cursor?.paramInUrl ?? requestParam ?? 'page_token', next, quirks), cursor?.rel) : next;
}

/** A URL that nobody may follow; the names of its parameters are percent-encoded. */
function urlTo(parameter: string, next: string | number, quirks: PagingQuirks | undefined): string {
  const query = `?${encodeURIComponent(parameter)}=${encodeURIComponent(String(next))}`;
  return quirks?.relativeUrls ? `/rest/api/next${query}` : `https://service.example/next${query}`;
}

const asLink = (url: string, rel: string | undefined): unknown => (rel === undefined ? url : links(rel, url));

const links = (rel: string, href: string | null): JsonObject[] => [
  { rel: 'self', href: 'https://service.example/this', method: 'GET' },
  ...(href === null ? [] : [{ rel, href, method: 'GET' }]),
];

function nextOf({ operation, paging, size, shown }: Place, start: number): string | number {
  switch (paging.style) {
    case 'page_number':
      return Math.floor(start / size) + (paging.first ?? 1);
    case 'last_record_id':
      return String(shown.at(-1)?.[paging.recordKey ?? 'id']);
    case 'offset':
      return start + (paging.first ?? 0);
    default:
      return cursorAt(operation, paging.requestParam ?? '', start);
  }
}

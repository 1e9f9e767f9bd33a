import type { JsonObject } from '../../core/index.js';
import type { PageRequest } from './page.js';
import { carried, type Place, setMore } from './pagingKeys.js';
import { setAt } from './setAt.js';

export interface FaultyPage {
  shown: readonly JsonObject[];
  keys: JsonObject;
}

/** What a paging fault changes of a page: it says that there is more, and repeats its cursor or leaves it out. Null: nothing. */
export function faultyPage(place: Place, { params, pagingFault }: PageRequest): FaultyPage | null {
  const { paging, shown } = place;
  const { cursor, more, requestParam, recordKey = 'id', style } = paging;
  if (pagingFault === undefined || requestParam === null) return null;
  const sent = params[requestParam];
  const repeated = typeof sent === 'string' || typeof sent === 'number' ? sent : null;
  if (pagingFault === 'cursor_repeated' && repeated === null) return null;
  // One key that says both can not say that there is more without a cursor.
  if (pagingFault === 'cursor_missing' && (more === null || cursor?.key === more.key)) return null;
  const last = shown.at(-1);
  if (style === 'last_record_id' && last) {
    const { [recordKey]: _id, ...rest } = last;
    const changed = pagingFault === 'cursor_repeated' ? { ...rest, [recordKey]: repeated } : rest;
    return { shown: [...shown.slice(0, -1), changed], keys: keysOf(place, null, repeated ?? 'more') };
  }
  if (cursor === null) return null;
  return { shown, keys: keysOf(place, pagingFault === 'cursor_repeated' ? repeated : null, repeated ?? 'more') };
}

function keysOf(place: Place, cursor: string | number | null, next: string | number): JsonObject {
  const keys: JsonObject = {};
  if (place.paging.cursor) setAt(keys, place.paging.cursor.key, cursor === null ? null : carried(place, cursor));
  setMore(keys, place, next);
  return keys;
}

import type { QueryClient } from '@tanstack/react-query';
import type { Connector } from '../core/index.js';
import { editLists } from './editLists.js';

/**
 * Connectors that are stored and not known to work, or were refused and are on their way out: Airbyte lists both. In memory, beside the cache:
 * in it a host's `gcTime` would forget them.
 */
const halfMade = new WeakMap<QueryClient, Set<string>>();

const keyOf = (userKey: string, id: string): string => JSON.stringify([userKey, id]);

/** Keeps a connector out of the user's lists: those that are there, and those that come. */
export function hideHalfMade(cache: QueryClient, userKey: string, id: string): void {
  halfMade.set(cache, (halfMade.get(cache) ?? new Set()).add(keyOf(userKey, id)));
  editLists(cache, userKey, (list) => list.filter((connector) => connector.id !== id));
}

/** Lets lists that are read from now on hold it: it works, or stays all the same. */
export function showHalfMade(cache: QueryClient, userKey: string, id: string): void {
  halfMade.get(cache)?.delete(keyOf(userKey, id));
}

/** A list as Airbyte gives it, without those that are kept out of it. */
export function withoutHalfMade(cache: QueryClient, userKey: string, list: Connector[]): Connector[] {
  const hidden = halfMade.get(cache);
  return hidden === undefined ? list : list.filter(({ id }) => !hidden.has(keyOf(userKey, id)));
}

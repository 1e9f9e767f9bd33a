import type { ConnectorFilter } from '../core/index.js';

/**
 * Query keys. They hold only what changes the answer: no client, no function, no credential. A user's own data has the provider's
 * `userKey` in its key, so that a change of user shows nothing of the last one.
 */
export const ackKeys = { all: ['ack'] as const } as const;

/** Keys of what is on offer. The offer may differ by user. */
export const definitionKeys = {
  all: ['ack', 'definitions'] as const,
  list: (userKey: string) => [...definitionKeys.all, userKey, 'list'] as const,
  detail: (userKey: string, idOrSlug: string | undefined) => [...definitionKeys.all, userKey, 'detail', idOrSlug] as const,
};

/** Keys of a user's connectors and of what can be run on them. */
export const connectorKeys = {
  all: ['ack', 'connectors'] as const,
  lists: (userKey: string) => [...connectorKeys.all, userKey, 'list'] as const,
  list: (userKey: string, filter: ConnectorFilter) => [...connectorKeys.lists(userKey), filter] as const,
  detail: (userKey: string, id: string | undefined) => [...connectorKeys.all, userKey, 'detail', id] as const,
  /** What trying each has shown in this page, by id. Known without asking. */
  verdicts: (userKey: string) => [...connectorKeys.all, userKey, 'verdicts'] as const,
  operations: (userKey: string, id: string | undefined) => [...connectorKeys.all, userKey, 'operations', id] as const,
};

import type { ConnectorDefinition } from '../core/index.js';

/** What a host may name a definition by. */
export type Named = Pick<ConnectorDefinition, 'id' | 'slug'>;

/** Whether one of the names is the definition's id or slug, in any case. */
export const isNamed = ({ id, slug }: Named, names: readonly string[]): boolean =>
  names.some((name) => name.toLowerCase() === id.toLowerCase() || name.toLowerCase() === slug?.toLowerCase());

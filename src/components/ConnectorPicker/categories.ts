import type { ConnectorDefinition } from '../../core/index.js';

/** From so many services on, a choice of their kind is a help and no clutter. */
const MANY = 24;

/** The kinds of service in a list, in the order of the alphabet. */
export function categoriesOf(definitions: readonly ConnectorDefinition[]): string[] {
  const kinds = new Set(definitions.flatMap(({ category }) => (category === null || category.trim() === '' ? [] : [category])));
  return [...kinds].sort((a, b) => a.localeCompare(b));
}

/** Whether to offer the choice of several kinds where the host says nothing. */
export const isMany = (definitions: readonly ConnectorDefinition[]): boolean => definitions.length > MANY;

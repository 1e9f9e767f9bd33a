import type { CatalogEntry } from '../catalog/index.js';

/** Dotted paths of every value that the catalogue's forms ask for, `replication_config.account_id`: what Airbyte's field errors are matched against. */
export function valuePaths(entry: CatalogEntry | null): string[] {
  if (entry === null) return [];
  const fields = [...entry.settings, ...entry.methods.flatMap((method) => method.fields)];
  return [...new Set(fields.map(({ place, name }) => `${place}.${name}`))];
}

import type { CatalogOperation } from '../../catalog/index.js';
import type { JsonObject } from '../../core/index.js';
import { requiredParams } from './params.js';

/**
 * The records that the parameters ask for. A list is narrowed by plain values of the records' own fields, an `api_search` by its words or
 * `field:"value"` pairs. The context store's query language is not spoken: a search there shows everything.
 */
export function matching({ action, paging, schema }: CatalogOperation, records: JsonObject[], params: JsonObject): JsonObject[] {
  if (action === 'context_store_search') return records;
  if (action === 'api_search') return typeof params.query === 'string' ? records.filter(byQuery(params.query)) : records;
  // What is required says where the list hangs, not which of its records are wanted.
  const ours = new Set([paging?.requestParam, paging?.pageSizeParam, ...requiredParams(schema)]);
  const filters = Object.entries(params).filter(([name, value]) => !ours.has(name) && value !== '' && !isStructured(value));
  return records.filter((record) =>
    filters.every(([name, value]) => !(name in record) || isStructured(record[name]) || String(record[name]) === String(value)),
  );
}

const isStructured = (value: unknown): boolean => typeof value === 'object' && value !== null;

function byQuery(query: string): (record: JsonObject) => boolean {
  const pairs = [...query.matchAll(/(\w+)\s*[:~]\s*["']([^"']*)["']/g)];
  if (pairs.length > 0) return (record) => pairs.every(([, field = '', value = '']) => String(record[field]).toLowerCase().includes(value.toLowerCase()));
  return (record) => JSON.stringify(record).toLowerCase().includes(query.toLowerCase());
}

import type { CatalogOperation } from '../../catalog/index.js';
import type { JsonObject } from '../../core/index.js';
import type { PagingFault } from '../faults.js';
import type { ServiceModel } from '../services/index.js';
import { faultyPage } from './faultyPage.js';
import { pagingKeys } from './pagingKeys.js';
import { setAt } from './setAt.js';
import { sizeOf, startOf } from './window.js';

export interface PageRequest {
  operation: CatalogOperation;
  params: JsonObject;
  records: readonly JsonObject[];
  service: ServiceModel;
  environment: JsonObject;
  pagingFault?: PagingFault | undefined;
}

/** A page as the connector answers it: where its records and its paging keys are is the catalogue's fact. */
export function pageOf(request: PageRequest): { result: unknown; metadata: JsonObject | null } {
  const { operation, records, service, environment } = request;
  const { entity, action, paging } = operation;
  if (!paging) return { result: records, metadata: null };
  const size = sizeOf(request, paging);
  const start = startOf(request, paging, size);
  const asUsual = records.slice(start, start + size);
  const place = { operation, paging, start, size, shown: asUsual, total: records.length, quirks: service.quirks };
  const { shown, keys, next } = { shown: asUsual, ...pagingKeys(place), ...faultyPage(place, request) };
  if (paging.metaAt === undefined) {
    const shownAt = { entity, action, start, size, total: records.length, next, environment };
    return { result: shown, metadata: { ...keys, ...service.metadata(shownAt) } };
  }
  const result: JsonObject =
    paging.metaAt === 'result.meta' ? { meta: { ...keys, took_ms: 12 } } : { object: 'search_result', ...keys, url: `/v1/${entity}/search` };
  setAt(result, (paging.recordsAt ?? 'result.data').replace(/^result\.?/, ''), shown);
  return { result, metadata: null };
}

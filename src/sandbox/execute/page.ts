import type { CatalogOperation, CatalogPaging } from '../../catalog/index.js';
import { isJsonObject, type JsonObject } from '../../core/index.js';
import { invalid } from '../errors.js';
import type { ServiceModel } from '../services/index.js';
import { paramProblem } from './params.js';

interface PageRequest {
  operation: CatalogOperation;
  params: JsonObject;
  records: readonly JsonObject[];
  service: ServiceModel;
  environment: JsonObject;
}

/** A page as the connector answers it: where its records and its paging keys are is the catalogue's fact. */
export function pageOf(request: PageRequest): { result: unknown; metadata: JsonObject | null } {
  const { operation, records, service, environment } = request;
  const { entity, action, paging } = operation;
  if (!paging) return { result: records, metadata: null };
  const size = sizeOf(request, paging);
  const start = startOf(request, paging, size);
  const shown = records.slice(start, start + size);
  const next = start + size < records.length ? nextOf(paging, start + size, size, shown) : null;
  const place = { entity, action, start, size, total: records.length, next, environment };
  if (paging.metaAt === 'result.meta') return { result: { data: shown, meta: { ...pagingKeys(paging, next), took_ms: 12 } }, metadata: null };
  if (paging.metaAt === 'result')
    return { result: { object: 'search_result', data: shown, ...pagingKeys(paging, next), url: `/v1/${entity}/search` }, metadata: null };
  return { result: shown, metadata: { ...pagingKeys(paging, next), ...service.metadata(place) } };
}

function sizeOf({ operation, params, service }: PageRequest, { pageSizeParam }: CatalogPaging): number {
  if (pageSizeParam === null) return service.pageSize;
  const properties = isJsonObject(operation.schema.properties) ? operation.schema.properties : {};
  const declared = properties[pageSizeParam];
  const preset = isJsonObject(declared) && typeof declared.default === 'number' ? declared.default : service.pageSize;
  return Math.max(1, Number(params[pageSizeParam] || preset));
}

function startOf({ params, records }: PageRequest, paging: CatalogPaging, size: number): number {
  const name = paging.requestParam;
  if (paging.style === 'last_record_id' && params.ending_before) return Math.max(0, positionOf(records, 'ending_before', params.ending_before) - size);
  const value = name === null ? undefined : params[name];
  if (name === null || value === undefined || value === '') return 0;
  if (paging.style === 'last_record_id') return positionOf(records, name, value, paging.recordKey) + 1;
  const number = Number(value);
  const first = paging.first ?? 0;
  const start = paging.style === 'page_number' ? (number - first) * size : number - (paging.style === 'offset' ? first : 0);
  // A page beyond the last is empty; a cursor that nobody gave is refused.
  const cursor = paging.style === 'cursor' || paging.style === 'next_url';
  if (!Number.isInteger(start) || start < 0 || (cursor && start >= records.length)) throw invalid([paramProblem(name, 'The page token is not valid.')]);
  return start;
}

function positionOf(records: readonly JsonObject[], name: string, id: unknown, key = 'id'): number {
  const position = records.findIndex((record) => String(record[key]) === String(id));
  if (position < 0) throw invalid([paramProblem(name, 'There is no such record.')]);
  return position;
}

function nextOf(paging: CatalogPaging, start: number, size: number, shown: readonly JsonObject[]): string | number {
  switch (paging.style) {
    case 'page_number':
      return start / size + (paging.first ?? 1);
    case 'last_record_id':
      return String(shown.at(-1)?.[paging.recordKey ?? 'id']);
    default:
      return String(start);
  }
}

/** The keys that the facts name: the one that says there is more, and the one that carries the cursor. */
function pagingKeys({ more, cursor, requestParam }: CatalogPaging, next: string | number | null): JsonObject {
  const keys: JsonObject = {};
  if (more?.when === 'true') keys[more.key] = next !== null;
  if (more?.when === 'false') keys[more.key] = next === null;
  if (cursor) {
    const url = `https://service.example/next?${cursor.paramInUrl ?? requestParam ?? 'cursor'}=${encodeURIComponent(String(next))}`;
    setAt(keys, cursor.key, next === null || cursor.take === 'value' ? next : url);
  }
  return keys;
}

function setAt(target: JsonObject, path: string, value: unknown): void {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) target[key] = value;
  else {
    const inner = isJsonObject(target[key]) ? target[key] : {};
    setAt(inner, rest.join('.'), value);
    target[key] = inner;
  }
}

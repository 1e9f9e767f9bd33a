import type { CatalogOperation, CatalogPaging } from '../../catalog/index.js';
import { isJsonObject, type JsonObject } from '../../core/index.js';
import { invalid } from '../errors.js';
import type { PageRequest } from './page.js';
import { paramProblem, requiredParams } from './params.js';

/** How many records a page has: as asked for, else the schema's default, else the service's own. */
export function sizeOf({ operation, params, service }: PageRequest, { pageSizeParam }: CatalogPaging): number {
  if (pageSizeParam === null) return service.pageSize;
  const declared = propertyOf(operation, pageSizeParam);
  const preset = typeof declared.default === 'number' ? declared.default : service.pageSize;
  return Math.max(1, Number(params[pageSizeParam] || preset));
}

/** The number of the first record of the page that is asked for. @throws 422 for a cursor that nobody gave */
export function startOf({ operation, params, records }: PageRequest, paging: CatalogPaging, size: number): number {
  const name = paging.requestParam;
  if (paging.style === 'last_record_id' && params.ending_before) return Math.max(0, positionOf(records, 'ending_before', params.ending_before) - size);
  const value = name === null ? undefined : params[name];
  if (name === null || value === undefined || value === '') return 0;
  if (paging.style === 'last_record_id') return positionOf(records, name, value, paging.recordKey) + 1;
  const isCursor = paging.style === 'cursor' || paging.style === 'next_url';
  const number = isCursor ? cursorNumber(operation, name, value) : Number(value);
  const first = paging.first ?? 0;
  const start = paging.style === 'page_number' ? (number - (paging.first ?? 1)) * size : number - (paging.style === 'offset' ? first : 0);
  // A page beyond the last is empty.
  if (!Number.isInteger(start) || start < 0 || (isCursor && start > records.length)) throw invalid([paramProblem(name, 'The page token is not valid.')]);
  return start;
}

function positionOf(records: readonly JsonObject[], name: string, id: unknown, key = 'id'): number {
  const position = records.findIndex((record) => String(record[key]) === String(id));
  if (position < 0) throw invalid([paramProblem(name, 'There is no such record.')]);
  return position;
}

/** Beyond every time that a client asks for. Seconds: the year 2096. */
const LATE = 4_000_000_000;

/**
 * The cursor of a record. Where the first page is asked for with a value of the parameter too (a point in time, a token of another
 * call), ours can be told from it.
 */
export function cursorAt(operation: CatalogOperation, name: string, start: number): string | number {
  if (!isAnchored(operation, name)) return String(start);
  return propertyOf(operation, name).type === 'integer' ? LATE + start : `sandbox-${start}`;
}

function cursorNumber(operation: CatalogOperation, name: string, value: unknown): number {
  if (!isAnchored(operation, name)) return Number(value);
  const late = Number(value) - LATE;
  if (Number.isInteger(late) && late >= 0) return late;
  return Number(/^sandbox-(\d+)$/.exec(String(value))?.[1] ?? 0);
}

const isAnchored = (operation: CatalogOperation, name: string): boolean => requiredParams(operation.schema).includes(name) || /time$/i.test(name);

function propertyOf({ schema }: CatalogOperation, name: string): JsonObject {
  const property = isJsonObject(schema.properties) ? schema.properties[name] : undefined;
  return isJsonObject(property) ? property : {};
}

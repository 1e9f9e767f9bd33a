import type { CatalogEntry, CatalogOperation } from '../../catalog/index.js';
import { isJsonObject, type JsonObject } from '../../core/index.js';
import { invalid } from '../errors.js';
import type { PagingFault } from '../faults.js';
import { drawFrom } from '../seeded.js';
import { type DownloadedFile, type ServiceModel, serviceOf } from '../services/index.js';
import type { StoredConnector } from '../state.js';
import { type Collections, collectionsOf, merged } from './collections.js';
import { pageOf } from './page.js';
import { paramProblem, requiredParams } from './params.js';
import { matching } from './search.js';

export type Execution = { result: unknown; metadata: JsonObject | null } | { file: DownloadedFile | null };

interface Run {
  operation: CatalogOperation;
  params: JsonObject;
  connector: StoredConnector;
  entry: CatalogEntry;
  service: ServiceModel;
  collections: Collections;
  pagingFault?: PagingFault | undefined;
}

/** Runs an operation at the service behind a connector. Parameters are already checked. */
export function runOperation({ seed, ...given }: Omit<Run, 'service' | 'collections'> & { seed: number }): Execution {
  const { operation, connector, entry } = given;
  const service = serviceOf(connector.definition.slug);
  const run: Run = { ...given, service, collections: collectionsOf(connector, service, { seed, idType: (entity) => idTypeOf(entry, entity) }) };
  switch (operation.action) {
    case 'list':
    case 'api_search':
    case 'context_store_search':
      return list(run);
    case 'get':
      return answer(theRecord(run));
    case 'create':
      return answer(create(run, seed));
    case 'update':
      return answer(update(run));
    case 'delete':
      return answer(remove(run));
    case 'download':
      return { file: download(run) };
    default:
      throw invalid([{ field: 'action', message: `The sandbox has no service that runs '${operation.action}'.`, error_code: 'value_error' }]);
  }
}

const answer = (result: unknown): Execution => ({ result, metadata: null });

function list({ operation, params, connector, service, collections, pagingFault }: Run): Execution {
  const { paging } = operation;
  const names = parentNames(operation);
  const parents = Object.fromEntries(names.map((name) => [name, params[name]]));
  const all = collections.all(operation.entity, parents);
  // Where a list goes on behind a field of the last record, each record has it.
  if (paging?.recordKey) for (const record of all) record[paging.recordKey] ??= `${record.id}`;
  const records = matching(operation, all, params);
  return pageOf({ operation, params, records, service, environment: connector.environment, pagingFault });
}

/** What a list hangs under: its required parameters, less the one that pages. */
const parentNames = ({ schema, paging }: CatalogOperation): string[] =>
  requiredParams(schema).filter((name) => name !== 'query' && name !== paging?.requestParam && name !== paging?.pageSizeParam);

/** The collection that a new record belongs to, so that its list shows it. */
function parentsOfList({ entry, operation, params }: Run): JsonObject {
  const list = entry.operations.find(({ entity, action }) => entity === operation.entity && action === 'list');
  const names = list ? parentNames(list) : [];
  return names.every((name) => params[name] !== undefined) ? Object.fromEntries(names.map((name) => [name, params[name]])) : {};
}

function idTypeOf({ operations }: CatalogEntry, entity: string): 'string' | 'integer' {
  const get = operations.find((operation) => operation.entity === entity && operation.action === 'get');
  const properties = get && isJsonObject(get.schema.properties) ? get.schema.properties : {};
  const property = get && properties[idParam(get)];
  return isJsonObject(property) && property.type === 'integer' ? 'integer' : 'string';
}

/** A record that no list has shown, of a service that lets every id be. */
function unlisted(run: Run, entity: string, name: string): JsonObject | undefined {
  const id = run.params[name];
  if (!run.service.isThere?.(String(id))) return undefined;
  return run.collections.add(entity, parentsOf(run), { id: typeof id === 'object' ? String(id) : id });
}

/** The bytes that are asked for: all, or with `range_header` a part. */
function download({ operation, params, service }: Run): DownloadedFile | null {
  const file = service.file?.(String(params[idParam(operation)])) ?? null;
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(String(params.range_header ?? '')) ?? [];
  if (file === null || from === undefined) return file;
  return { ...file, bytes: file.bytes.slice(Number(from), to ? Number(to) + 1 : undefined) };
}

/** The parameter that names one record: the last required one that ends in `id`. */
function idParam({ schema }: CatalogOperation): string {
  const required = requiredParams(schema);
  return required.findLast((name) => /id$/i.test(name)) ?? required.at(-1) ?? '';
}

function parentsOf({ operation, params }: Run): JsonObject {
  const own = idParam(operation);
  const names = requiredParams(operation.schema).filter((name) => name !== own && typeof params[name] !== 'object');
  return Object.fromEntries(names.map((name) => [name, params[name]]));
}

function theRecord(run: Run, entity = run.operation.entity): JsonObject {
  const name = idParam(run.operation);
  const parents = entity === run.operation.entity ? parentsOf(run) : {};
  const found =
    name === '' ? run.collections.all(entity, parents)[0] : (run.collections.find(entity, parents, run.params[name]) ?? unlisted(run, entity, name));
  if (!found) throw invalid([paramProblem(name, `The service has no such record in ${entity}.`)]);
  return found;
}

function create(run: Run, seed: number): JsonObject {
  const { operation, params, service, collections } = run;
  const made = service.answers?.[operation.entity]?.(params, drawFrom(`${seed}:${operation.entity}:${JSON.stringify(params)}`));
  if (made) return made;
  const act = service.acts?.[operation.entity];
  if (!act) return collections.add(operation.entity, parentsOfList(run), service.written(params));
  const record = Object.assign(theRecord(run, act.on), act.patch(params));
  const added = act.adds?.(params);
  if (added) collections.add(added.entity, added.parents, added.written);
  return record;
}

function update(run: Run): JsonObject {
  const record = theRecord(run);
  const { [idParam(run.operation)]: _id, ...rest } = run.params;
  return Object.assign(record, merged(record, run.service.written(rest)));
}

function remove(run: Run): JsonObject {
  const record = theRecord(run);
  run.collections.remove(run.operation.entity, parentsOf(run), record);
  return run.service.deleted(record);
}

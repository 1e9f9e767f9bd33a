import type { CatalogOperation } from '../../catalog/index.js';
import type { JsonObject } from '../../core/index.js';
import { invalid } from '../errors.js';
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
  service: ServiceModel;
  collections: Collections;
}

/** Runs an operation at the service behind a connector. Parameters are already checked. */
export function runOperation(connector: StoredConnector, operation: CatalogOperation, params: JsonObject, seed: number): Execution {
  const service = serviceOf(connector.definition.slug);
  const run: Run = { operation, params, connector, service, collections: collectionsOf(connector, service, seed) };
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
      return { file: service.file?.(String(params[idParam(operation)])) ?? null };
    default:
      throw invalid([{ field: 'action', message: `The sandbox has no service that runs '${operation.action}'.`, error_code: 'value_error' }]);
  }
}

const answer = (result: unknown): Execution => ({ result, metadata: null });

function list({ operation, params, connector, service, collections }: Run): Execution {
  const names = requiredParams(operation.schema).filter((name) => name !== 'query');
  const parents = Object.fromEntries(names.map((name) => [name, params[name]]));
  const records = matching(operation, collections.all(operation.entity, parents), params);
  return pageOf({ operation, params, records, service, environment: connector.environment });
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
  const found = name === '' ? run.collections.all(entity, parents)[0] : run.collections.find(entity, parents, run.params[name]);
  if (!found) throw invalid([paramProblem(name, `The service has no such record in ${entity}.`)]);
  return found;
}

function create(run: Run, seed: number): JsonObject {
  const { operation, params, service, collections } = run;
  const made = service.answers?.[operation.entity]?.(params, drawFrom(`${seed}:${operation.entity}:${JSON.stringify(params)}`));
  if (made) return made;
  const act = service.acts?.[operation.entity];
  if (!act) return collections.add(operation.entity, {}, service.written(params));
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

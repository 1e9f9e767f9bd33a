import type { JsonObject } from '../../core/index.js';
import { drawFrom } from '../seeded.js';
import type { ServiceModel } from '../services/index.js';
import type { StoredConnector } from '../state.js';

/** The records behind one connector. */
export interface Collections {
  /** All records of an entity, in the order of its list. What is changed in here stays changed. */
  all(entity: string, parents: JsonObject): JsonObject[];
  /** A record by its id, or undefined. */
  find(entity: string, parents: JsonObject, id: unknown): JsonObject | undefined;
  /** Adds a record made of the service's own fields and what was written. */
  add(entity: string, parents: JsonObject, written: JsonObject): JsonObject;
  remove(entity: string, parents: JsonObject, record: JsonObject): void;
}

interface CollectionOptions {
  seed: number;
  idType: (entity: string) => 'string' | 'integer';
}

/** Records depend on the seed, the workspace and the service, so that two tenants never see the same. */
export function collectionsOf(connector: StoredConnector, service: ServiceModel, { seed, idType }: CollectionOptions): Collections {
  const make = (entity: string, parents: JsonObject, index: number) => {
    const draw = drawFrom(`${seed}:${connector.workspace.name}:${connector.definition.slug}:${entity}:${JSON.stringify(parents)}:${index}`);
    return service.record({ entity, index, draw, parents, idType: idType(entity) });
  };
  const resolve = (entity: string, parents: JsonObject) => {
    const name = service.collection?.(entity, parents) ?? entity;
    return { name, parents: name === entity ? parents : {} };
  };
  const all: Collections['all'] = (entity, given) => {
    const { name, parents } = resolve(entity, given);
    const key = `${name}?${JSON.stringify(parents)}`;
    const known = connector.records.get(key);
    if (known) return known;
    const made = Array.from({ length: service.count(name) }, (_, index) => make(name, parents, index));
    connector.records.set(key, made);
    return made;
  };
  return {
    all,
    find: (entity, parents, id) => all(entity, parents).find((record) => String(record.id) === String(id)),
    add(entity, given, written) {
      const records = all(entity, given);
      const { name, parents } = resolve(entity, given);
      const base = make(name, parents, service.count(name) + records.length);
      const record = merged(base, written);
      if (service.newestFirst) records.unshift(record);
      else records.push(record);
      return record;
    },
    remove(entity, parents, record) {
      const records = all(entity, parents);
      records.splice(records.indexOf(record), 1);
    },
  };
}

/** A record with what was written over it; its id stays. */
export const merged = (record: JsonObject, written: JsonObject): JsonObject => ({ ...record, ...written, ...('id' in record ? { id: record.id } : {}) });

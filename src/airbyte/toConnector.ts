import type { Catalog } from '../catalog/index.js';
import type { Connector } from '../core/index.js';
import type { AirbyteConnector } from './calls/connectorCalls.js';

/**
 * Airbyte's connector in the domain's words. Its definition is known by its id, else by the type's name; the catalogue's name wins.
 * @param known The definition, where the caller knows it: a create's answer does not always tell.
 */
export function toConnector(source: AirbyteConnector, catalog: Catalog, known?: Connector['definition'] | undefined): Connector {
  const definition = known ?? definitionOf(source, catalog);
  return {
    id: source.id,
    name: source.name || definition.name,
    definition: { id: definition.id, slug: definition.slug, name: definition.name },
    createdAt: utc(source.created_at),
    updatedAt: utc(source.updated_at),
  };
}

/** An unknown definition has the id '' where Airbyte tells none: it equals no other. */
function definitionOf({ source_template, summarized_source_template }: AirbyteConnector, catalog: Catalog): Connector['definition'] {
  const template = summarized_source_template ?? source_template;
  const id = template?.actor_definition_id ?? template?.source_definition_id ?? '';
  const typeName = template?.connector_type ?? template?.name ?? '';
  const listing = catalog.find(id === '' ? typeName.trim().replaceAll(' ', '-') : id);
  return listing ?? { id, slug: null, name: template?.name ?? typeName };
}

/** ISO 8601 in UTC; a time without a zone is UTC already. Null when it is unreadable. */
function utc(time: string | null | undefined): string | null {
  if (time == null) return null;
  const date = new Date(/([zZ]|[+-]\d\d:?\d\d)$/.test(time) ? time : `${time}Z`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

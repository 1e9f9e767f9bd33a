import type { CatalogEntry } from '../../catalog/index.js';
import type { JsonObject } from '../../core/index.js';
import { agentError } from '../errors.js';
import type { StoredConnector } from '../state.js';
import { isoTime, templateIdOf, type World } from '../world.js';
import { definitionSpec } from './definitionSpec.js';

type NewConnector = Pick<StoredConnector, 'workspace' | 'definition' | 'credentials' | 'environment' | 'replicationConfig'> & { name: string | null };

/** Stores a connector. A name is made when there is none. */
export function addConnector(world: World, { name, ...rest }: NewConnector): StoredConnector {
  const id = world.state.nextId('connector');
  const now = world.now();
  const connector = { ...rest, id, name: name || freeName(world, rest), createdAt: now, updatedAt: now, deletedAt: null, records: new Map() };
  world.state.connectors.set(id, connector);
  return connector;
}

function freeName(world: World, { workspace, definition }: Pick<NewConnector, 'workspace' | 'definition'>): string {
  const taken = connectorsOf(world, workspace.id).filter((connector) => connector.definition.id === definition.id).length;
  return taken === 0 ? definition.name : `${definition.name} ${taken + 1}`;
}

/** What the list shows: also what is being removed, until its time is over. */
export function connectorsOf(world: World, workspaceId: string): StoredConnector[] {
  const gone = (connector: StoredConnector) => connector.deletedAt !== null && world.now() >= connector.deletedAt + world.deleteDelay;
  for (const connector of world.state.connectors.values()) if (gone(connector)) world.state.connectors.delete(connector.id);
  return [...world.state.connectors.values()].filter(({ workspace }) => workspace.id === workspaceId);
}

/** A connector that is not being removed. @throws 404 */
export function connectorOf(world: World, id: string): StoredConnector {
  const connector = world.state.connectors.get(id.toLowerCase());
  if (!connector || connector.deletedAt !== null) throw agentError(404, 'Connector not found');
  return connector;
}

const template = (world: World, { definition }: StoredConnector) => ({
  id: templateIdOf(world, definition.id),
  name: definition.name,
  icon: null,
  tags: [],
  mode: 'DIRECT',
});

const times = (connector: StoredConnector) => ({ created_at: isoTime(connector.createdAt), updated_at: isoTime(connector.updatedAt) });

/** A connector as create, get and update answer it. Credentials never come back. */
export function connectorAnswer(world: World, connector: StoredConnector, entry: CatalogEntry): JsonObject {
  return {
    id: connector.id,
    name: connector.name,
    source_template: {
      ...template(world, connector),
      connector_type: connector.definition.slug,
      source_definition_id: connector.definition.id,
      user_config_spec: definitionSpec(entry),
      partial_default_config: {},
    },
    replication_config: connector.replicationConfig,
    ...times(connector),
  };
}

/** A connector as the list shows it. */
export const connectorItem = (world: World, connector: StoredConnector): JsonObject => ({
  id: connector.id,
  name: connector.name,
  summarized_source_template: {
    ...template(world, connector),
    organization_id: world.organizationId,
    actor_definition_id: connector.definition.id,
    has_source_definition_catalog: false,
  },
  ...times(connector),
});

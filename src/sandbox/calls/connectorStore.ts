import type { CatalogEntry } from '../../catalog/index.js';
import type { JsonObject } from '../../core/index.js';
import { agentError } from '../errors.js';
import type { StoredConnector, StoredTemplate } from '../state.js';
import { isoTime, type World } from '../world.js';
import { anyTemplateOf, globalTemplate, organizationTemplates, templateAnswer, templateItem } from './templateStore.js';

export type NewConnector = Pick<StoredConnector, 'workspace' | 'definition' | 'credentials' | 'environment' | 'replicationConfig' | 'templateId'> & {
  name: string | null;
  kind?: StoredConnector['kind'];
  configuration?: JsonObject;
};

/** Stores a connector. A name is made when there is none. */
export function addConnector(world: World, given: NewConnector): StoredConnector {
  const { workspace, definition, credentials, environment, replicationConfig, templateId, kind = 'source', configuration = null } = given;
  const id = world.state.nextId('connector');
  const now = world.now();
  const name = given.name || freeName(world, given);
  const parts = { workspace, definition, credentials, environment, replicationConfig, templateId, configuration };
  const connector = { id, kind, name, ...parts, usedAt: now, createdAt: now, updatedAt: now, deletedAt: null, records: new Map() };
  world.state.connectors.set(id, connector);
  return connector;
}

function freeName(world: World, { workspace, definition }: Pick<NewConnector, 'workspace' | 'definition'>): string {
  const taken = connectorsOf(world, workspace.id).filter((connector) => connector.definition.id === definition.id).length;
  return taken === 0 ? definition.name : `${definition.name} ${taken + 1}`;
}

/** The sources of a workspace: also what is being removed, until its time is over. */
export function connectorsOf(world: World, workspaceId: string): StoredConnector[] {
  const gone = (connector: StoredConnector) => connector.deletedAt !== null && world.now() >= connector.deletedAt + world.deleteDelay;
  for (const connector of world.state.connectors.values()) if (gone(connector)) world.state.connectors.delete(connector.id);
  return ofKind(world, 'source', workspaceId);
}

/** The instances of a workspace. */
export const instancesOf = (world: World, workspaceId: string): StoredConnector[] => ofKind(world, 'instance', workspaceId);

const ofKind = (world: World, kind: StoredConnector['kind'], workspaceId: string) =>
  [...world.state.connectors.values()].filter((connector) => connector.kind === kind && connector.workspace.id === workspaceId);

/** A source that is not being removed, or undefined. */
export function findConnector(world: World, id: string, kind: StoredConnector['kind'] = 'source'): StoredConnector | undefined {
  const connector = world.state.connectors.get(id.toLowerCase());
  return connector?.kind === kind && connector.deletedAt === null ? connector : undefined;
}

/** A connector that is not being removed. @throws 404 */
export function connectorOf(world: World, id: string): StoredConnector {
  const connector = findConnector(world, id);
  if (!connector) throw agentError(404, 'Connector not found');
  return connector;
}

/** The template that a connector was made from; Airbyte's own when that is gone. */
export const templateOfConnector = (world: World, { templateId, definition }: StoredConnector): StoredTemplate =>
  organizationTemplates(world).has(templateId) ? anyTemplateOf(world, templateId) : globalTemplate(world, definition);

export const times = (connector: Pick<StoredConnector, 'createdAt' | 'updatedAt'>) => ({
  created_at: isoTime(connector.createdAt),
  updated_at: isoTime(connector.updatedAt),
});

/** A connector as create, get and update answer it. Credentials never come back. */
export const connectorAnswer = (world: World, connector: StoredConnector, entry: CatalogEntry): JsonObject => ({
  id: connector.id,
  name: connector.name,
  source_template: templateAnswer(templateOfConnector(world, connector), entry),
  replication_config: connector.replicationConfig,
  ...times(connector),
});

/** A connector as the list shows it. */
export const connectorItem = (world: World, connector: StoredConnector): JsonObject => ({
  id: connector.id,
  name: connector.name,
  summarized_source_template: templateItem(world, templateOfConnector(world, connector)),
  ...times(connector),
});

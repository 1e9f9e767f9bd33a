import type { JsonObject } from '../../core/index.js';
import { agentError } from '../errors.js';
import type { StoredTag } from '../state.js';
import type { World } from '../world.js';
import { times } from './connectorStore.js';

/** Makes a tag. @throws 400 when there is one of this name (409 is not declared) */
export function addTag(world: World, name: string): StoredTag {
  if (world.state.tags.has(name)) throw agentError(400, `Tag '${name}' already exists`);
  const tag = { id: world.state.nextId('tag'), name, createdAt: world.now(), updatedAt: world.now() };
  world.state.tags.set(name, tag);
  return tag;
}

/** @throws 404 */
export function tagNamed(world: World, name: string): StoredTag {
  const tag = world.state.tags.get(name);
  if (!tag) throw agentError(404, 'Tag not found');
  return tag;
}

/** Makes those that are not there yet. */
export function ensureTags(world: World, names: readonly string[]): void {
  for (const name of names) if (!world.state.tags.has(name)) addTag(world, name);
}

export const tagAnswer = (world: World, tag: StoredTag): JsonObject => ({
  id: tag.id,
  name: tag.name,
  organization_id: world.organizationId,
  ...times(tag),
});

import type { CatalogEntry, CatalogListing } from '../../catalog/index.js';
import type { JsonObject } from '../../core/index.js';
import { agentError } from '../errors.js';
import { uuidFrom } from '../seeded.js';
import type { StoredTemplate } from '../state.js';
import type { TagSelection } from '../tokens.js';
import { isoTime, type World } from '../world.js';
import { definitionSpec } from './definitionSpec.js';
import { withoutPresets } from './presets.js';

/** Airbyte's own template of a definition. It can only be cloned. */
export const globalTemplate = (world: World, definition: CatalogListing): StoredTemplate =>
  untouched(definition, uuidFrom(`${world.seed}:global-template:${definition.id}`));

export const globalTemplates = (world: World): StoredTemplate[] => world.catalog.list().map((definition) => globalTemplate(world, definition));

/** What the organization offers. Unless the sandbox is strict it begins with every definition. */
export function organizationTemplates(world: World): Map<string, StoredTemplate> {
  world.state.templates ??= new Map(
    (world.strict ? [] : world.catalog.list())
      .map((definition) => untouched(definition, uuidFrom(`${world.seed}:template:${definition.id}`)))
      .map((template) => [template.id, template]),
  );
  return world.state.templates;
}

/** The organization's templates of a definition. */
export const templatesOf = (world: World, definitionId: string): StoredTemplate[] =>
  [...organizationTemplates(world).values()].filter(({ definition }) => definition.id === definitionId);

/** One of the organization's templates. @throws 404 */
export function templateOf(world: World, id: string): StoredTemplate {
  const template = organizationTemplates(world).get(id.toLowerCase());
  if (!template) throw agentError(404, 'Source template not found');
  return template;
}

/** One of the organization's templates, or one of Airbyte's own. @throws 404 */
export function anyTemplateOf(world: World, id: string): StoredTemplate {
  return globalTemplates(world).find((template) => template.id === id.toLowerCase()) ?? templateOf(world, id);
}

/** Whether a template carries the tags that are asked for; without names every template does. */
export function isSelected({ tags }: StoredTemplate, { names, mode }: TagSelection): boolean {
  if (names.length === 0) return true;
  return mode === 'all' ? names.every((name) => tags.includes(name)) : names.some((name) => tags.includes(name));
}

/** A template as lists show it; the type is `actor_definition_id` here. */
export const templateItem = (world: World, template: StoredTemplate): JsonObject => ({
  ...summaryOf(template),
  organization_id: organizationTemplates(world).has(template.id) ? world.organizationId : null,
  actor_definition_id: template.definition.id,
  has_source_definition_catalog: false,
});

/** A template by itself; the type is `source_definition_id` here. */
export const templateAnswer = (template: StoredTemplate, entry: CatalogEntry): JsonObject => ({
  ...summaryOf(template),
  connector_type: template.definition.slug,
  source_definition_id: template.definition.id,
  user_config_spec: withoutPresets(definitionSpec(entry), template.presets),
  partial_default_config: template.presets,
});

const summaryOf = ({ id, name, tags, mode, customization, createdAt, updatedAt }: StoredTemplate): JsonObject => ({
  id,
  name,
  icon: null,
  tags,
  mode,
  customization,
  created_at: isoTime(createdAt),
  updated_at: isoTime(updatedAt),
});

/** The day of the templates that were always there. */
const BEGINNING = Date.UTC(2026, 0, 1);

const untouched = (definition: CatalogListing, id: string): StoredTemplate => ({
  id,
  definition,
  name: definition.name,
  mode: 'DIRECT',
  presets: {},
  customization: null,
  tags: [],
  createdAt: BEGINNING,
  updatedAt: BEGINNING,
});

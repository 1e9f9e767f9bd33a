import type { CatalogEntry, CatalogListing } from '../../catalog/index.js';
import { isUuid } from '../bodies.js';
import { agentError, hostError, invalid, isPublicPath, valueError } from '../errors.js';
import type { StoredTemplate } from '../state.js';
import type { World } from '../world.js';
import { allow, type CallFamily } from './callContext.js';
import { definitionSpec } from './definitionSpec.js';
import { globalTemplate, templateOf, templatesOf } from './templateStore.js';

const summaryOf = ({ id, slug, name }: Pick<CatalogListing, 'id' | 'slug' | 'name'>) => ({
  sourceDefinitionId: id,
  name,
  dockerRepository: `airbyte/source-${slug}`,
  iconUrl: null,
  custom: false,
  supportLevel: 'certified',
});

/** Connector types. */
export const definitionCalls: CallFamily = (app, world) => {
  app.get('/api/v1/integrations/definitions/sources', (context) => {
    allow(context, 'application');
    const wanted = context.req.query('name')?.toLowerCase() ?? '';
    return context.json({
      definitions: world.catalog
        .list()
        .filter(({ name }) => name.toLowerCase().includes(wanted))
        .map(summaryOf),
    });
  });

  app.get('/api/v1/integrations/definitions/sources/:id', async (context) => {
    allow(context, 'application');
    const id = readId(context.req.param('id'));
    const entry = await entryOf(world, id);
    return context.json({ id, definition: { ...summaryOf(entry), spec: definitionSpec(entry) } });
  });
};

/** An id of a path. @throws 422 when it is not a UUID; 400 in the public API */
export function readId(id: string, path = ''): string {
  if (isUuid(id)) return id.toLowerCase();
  throw isPublicPath(path)
    ? hostError(path, 400, `'${id}' is not a UUID.`)
    : invalid([{ field: 'id', message: 'Input should be a valid UUID', error_code: 'uuid_parsing' }]);
}

/** The catalogue's entry. @throws 404 when it has none of this id */
export async function entryOf(world: World, definitionId: string): Promise<CatalogEntry> {
  const entry = await world.catalog.load(definitionId);
  if (!entry) throw agentError(404, 'Connector definition not found');
  return entry;
}

/** How a body names the type of a connector. */
export const TYPE_FIELDS = { connector_type: 'string', definition_id: 'uuid', source_template_id: 'uuid' } as const;

/** A definition, and the source template that it is used through. */
export interface NamedType {
  definition: CatalogListing;
  template: StoredTemplate;
}

/**
 * The type that a body names: an id of a definition, an id of a source template, or a display name in any case, also with hyphens.
 * @throws 422 when it names none, 404 when there is no such type, 400 when the organization has several templates of it and none is named
 */
export function readType(world: World, body: { [field in keyof typeof TYPE_FIELDS]?: string | undefined }): NamedType {
  const { connector_type: type, definition_id: definitionId, source_template_id: templateId } = body;
  if (!type && !definitionId && !templateId) throw valueError('One of connector_type, definition_id, or source_template_id must be provided');
  if (templateId) return usedThrough(templateOf(world, templateId), definitionId);
  const definition = definitionId ? world.catalog.list().find(({ id }) => id === definitionId.toLowerCase()) : definitionNamed(world, type ?? '');
  if (!definition) throw agentError(404, definitionId ? 'Connector definition not found' : `Connector '${type}' not found`);
  const [template, ...others] = templatesOf(world, definition.id);
  // A sandbox that enables everything keeps the clone that a careful client makes from being in the way.
  if (others.length > 0 && world.strict)
    throw agentError(400, 'The organization has several source templates for this connector type: source_template_id is needed.');
  return { definition, template: template ?? globalTemplate(world, definition) };
}

function usedThrough(template: StoredTemplate, definitionId: string | undefined): NamedType {
  if (definitionId && template.definition.id !== definitionId.toLowerCase()) throw agentError(404, 'Connector definition not found');
  return { definition: template.definition, template };
}

/** The definition of a display name, in any case, with spaces or hyphens; or undefined. */
function definitionNamed(world: World, name: string): CatalogListing | undefined {
  const spelled = (text: string) => text.trim().toLowerCase().replaceAll(' ', '-');
  return world.catalog.list().find((candidate) => [spelled(candidate.name), candidate.slug].includes(spelled(name)));
}

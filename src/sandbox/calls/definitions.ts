import type { CatalogEntry, CatalogListing } from '../../catalog/index.js';
import { isUuid } from '../bodies.js';
import { agentError, invalid, valueError } from '../errors.js';
import { templateIdOf, type World } from '../world.js';
import { allow, type CallFamily } from './callContext.js';
import { definitionSpec } from './definitionSpec.js';

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

/** An id of a path. @throws 422 when it is not a UUID */
export function readId(id: string): string {
  if (!isUuid(id)) throw invalid([{ field: 'id', message: 'Input should be a valid UUID', error_code: 'uuid_parsing' }]);
  return id.toLowerCase();
}

/** The catalogue's entry. @throws 404 when it has none of this id */
export async function entryOf(world: World, definitionId: string): Promise<CatalogEntry> {
  const entry = await world.catalog.load(definitionId);
  if (!entry) throw agentError(404, 'Connector definition not found');
  return entry;
}

/** How a body names the type of a connector. */
export const TYPE_FIELDS = { connector_type: 'string', definition_id: 'uuid', source_template_id: 'uuid' } as const;

/**
 * The type that a body names: an id of a definition, an id of a source template, or a display name in any case, also with hyphens.
 * @throws 422 when it names none, 404 when there is no such type
 */
export function readType(world: World, body: { [field in keyof typeof TYPE_FIELDS]?: string | undefined }): CatalogListing {
  const { connector_type: type, definition_id: definitionId, source_template_id: templateId } = body;
  if (!type && !definitionId && !templateId) throw valueError('One of connector_type, definition_id, or source_template_id must be provided');
  const spelled = (name: string) => name.trim().toLowerCase().replaceAll(' ', '-');
  const listing = world.catalog.list().find((candidate) => {
    if (definitionId) return candidate.id === definitionId.toLowerCase();
    if (templateId) return templateIdOf(world, candidate.id) === templateId.toLowerCase();
    return [spelled(candidate.name), candidate.slug].includes(spelled(type ?? ''));
  });
  if (!listing) throw agentError(404, type && !definitionId && !templateId ? `Connector '${type}' not found` : 'Connector definition not found');
  return listing;
}

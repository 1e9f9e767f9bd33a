import { readBody } from '../bodies.js';
import { agentError, invalid } from '../errors.js';
import type { StoredTemplate } from '../state.js';
import type { TagSelection } from '../tokens.js';
import { isoTime, type World } from '../world.js';
import { allow, type CallFamily, type SandboxContext } from './callContext.js';
import { entryOf, readId } from './definitions.js';
import { ensureTags } from './tagStore.js';
import { anyTemplateOf, globalTemplates, isSelected, organizationTemplates, templateAnswer, templateItem, templateOf } from './templateStore.js';

const CREATE_FIELDS = {
  original_source_template_id: 'uuid',
  actor_definition_id: 'uuid',
  partial_default_config: 'object',
  name: 'string',
  mode: 'mode',
  customization: 'object',
  organization_id: 'uuid',
  tags: 'strings',
} as const;
const UPDATE_FIELDS = { name: 'string', propagate: 'boolean', partial_default_config: 'object', customization: 'object', mode: 'mode' } as const;
const PATH = '/api/v1/integrations/templates/sources';

/** What the organization offers, and Airbyte's own templates that it clones. */
export const templateCalls: CallFamily = (app, world) => {
  const list = (templates: readonly StoredTemplate[], context: SandboxContext) => {
    const shown = templates.filter((template) => isSelected(template, askedTags(context)));
    return context.json({ data: shown.map((template) => templateItem(world, template)) });
  };
  app.get(PATH, (context) => {
    allow(context, 'application');
    const isGlobal = context.req.query('use_global') === 'true';
    return list(isGlobal ? globalTemplates(world) : [...organizationTemplates(world).values()], context);
  });

  app.post(PATH, async (context) => {
    allow(context, 'application');
    const template = await newTemplate(context, world);
    organizationTemplates(world).set(template.id, template);
    return context.json(templateAnswer(template, await entryOf(world, template.definition.id)));
  });

  app.get(`${PATH}/global`, (context) => {
    allow(context, 'application');
    return list(globalTemplates(world), context);
  });

  app.get(`${PATH}/:id`, async (context) => {
    allow(context, 'application');
    const template = anyTemplateOf(world, readId(context.req.param('id')));
    return context.json(templateAnswer(template, await entryOf(world, template.definition.id)));
  });

  app.patch(`${PATH}/:id`, async (context) => {
    allow(context, 'application');
    const template = templateOf(world, readId(context.req.param('id')));
    const body = await readBody(context.req, UPDATE_FIELDS);
    const { name = template.name, partial_default_config: presets = template.presets, mode = template.mode } = body;
    Object.assign(template, { name, presets, mode, customization: body.customization ?? template.customization, updatedAt: world.now() });
    return context.json(templateAnswer(template, await entryOf(world, template.definition.id)));
  });

  app.delete(`${PATH}/:id`, (context) => {
    allow(context, 'application');
    const { id } = templateOf(world, readId(context.req.param('id')));
    organizationTemplates(world).delete(id);
    return context.json({ id, deleted_at: isoTime(world.now()) });
  });
};

/** The tags of a list's query: all of them by default. */
export function askedTags(context: SandboxContext): TagSelection {
  return { names: context.req.queries('tags') ?? [], mode: context.req.query('tags_mode') === 'any' ? 'any' : 'all' };
}

/** A template from nothing, or a clone. @throws 422 when the body says neither, 404 when what it names is unknown */
async function newTemplate(context: SandboxContext, world: World): Promise<StoredTemplate> {
  const body = await readBody(context.req, CREATE_FIELDS);
  const { actor_definition_id: definitionId, original_source_template_id: originalId, partial_default_config: presets } = body;
  const id = world.state.nextId('template');
  const common = { id, createdAt: world.now(), updatedAt: world.now() };
  if (originalId) {
    const original = anyTemplateOf(world, originalId);
    return { ...original, ...common, name: body.name ?? original.name, mode: body.mode ?? original.mode, tags: [...original.tags] };
  }
  const missing = [...(definitionId ? [] : ['actor_definition_id']), ...(presets ? [] : ['partial_default_config'])];
  if (missing.length > 0 || !definitionId) throw invalid(missing.map((field) => ({ field, message: 'Field required', error_code: 'missing' })));
  const definition = world.catalog.list().find((candidate) => candidate.id === definitionId.toLowerCase());
  if (!definition) throw agentError(404, 'Connector definition not found');
  const { name = definition.name, mode = 'REPLICATION', customization = null, tags = [] } = body;
  ensureTags(world, tags);
  return { ...common, definition, name, mode, presets: presets ?? {}, customization, tags: [...new Set(tags)] };
}

import type { JsonObject } from '../../core/index.js';
import { type BodyOf, readBody } from '../bodies.js';
import { agentError, invalid } from '../errors.js';
import type { StoredConnector, StoredTemplate, Workspace } from '../state.js';
import type { Bearer } from '../tokens.js';
import { isoTime, type World } from '../world.js';
import { allow, type CallFamily, findWorkspaceById, type SandboxContext } from './callContext.js';
import { type ConfigurationParts, readConfiguration, shownConfiguration } from './configuration.js';
import { addConnector, connectorItem, connectorOf, connectorsOf, templateOfConnector, times } from './connectorStore.js';
import { entryOf, readId } from './definitions.js';
import { isSelected, organizationTemplates, templateAnswer, templateItem } from './templateStore.js';
import { askedTags } from './templates.js';

const CREATE_FIELDS = {
  workspace_id: 'uuid',
  source_template_id: 'uuid',
  source_config: 'object',
  source_config_template_id: 'uuid',
  connection_configuration: 'object',
  name: 'string',
  selected_connection_template_tags: 'strings',
  selected_connection_template_tags_mode: 'tagMode',
} as const;

/** Who may call: the operator with the application's token, the end user with a scoped one. */
type Kinds = readonly ('application' | 'scoped')[];
const TWINS: readonly { base: string; create: Kinds; others: Kinds }[] = [
  // One document uses the widget's token to create here.
  { base: '/api/v1/integrations/sources', create: ['application', 'scoped'], others: ['application'] },
  { base: '/api/v1/embedded/sources', create: ['scoped'], others: ['scoped'] },
];

/** Sources made from templates: the operator's calls, the end user's twins, and the oldest name of create. */
export const templateSourceCalls: CallFamily = (app, world) => {
  const create = (kinds: Kinds) => async (context: SandboxContext) => {
    const source = await readNewSource(context, world, kinds);
    return context.json(await sourceAnswer(world, addConnector(world, source)));
  };
  // The guide's path ends in a slash, which the app ignores: a route that has it would not be found.
  app.post('/api/v1/embedded/partial_user_configs', create(['scoped']));
  for (const { base, create: creators, others } of TWINS) {
    app.post(base, create(creators));

    app.get(base, (context) => {
      const bearer = allow(context, ...others);
      const workspace = askedWorkspace(world, bearer, context.req.query('workspace_id') ?? '');
      return context.json({
        data: connectorsOf(world, workspace.id)
          .filter(({ deletedAt }) => deletedAt === null)
          .map((source) => connectorItem(world, source)),
      });
    });

    app.get(`${base}/:id`, async (context) => context.json(await sourceAnswer(world, ownSource(context, world, others))));

    app.put(`${base}/:id`, async (context) => {
      const source = ownSource(context, world, others);
      const { name, parts } = await readSourceUpdate(context, world, source);
      Object.assign(source, parts, { name: name || source.name, updatedAt: world.now() });
      return context.json(await sourceAnswer(world, source));
    });

    app.delete(`${base}/:id`, (context) => {
      const source = ownSource(context, world, others);
      world.state.connectors.delete(source.id);
      return context.json({ id: source.id, deleted_at: isoTime(world.now()) });
    });
  }

  app.get('/api/v1/embedded/source-templates', (context) => {
    const bearer = allow(context, 'scoped');
    const shown = offered(world, bearer).filter((template) => isSelected(template, askedTags(context)));
    return context.json({ data: shown.map((template) => templateItem(world, template)) });
  });

  app.get('/api/v1/embedded/source-templates/:id', async (context) => {
    const bearer = allow(context, 'scoped');
    const id = readId(context.req.param('id'));
    const template = offered(world, bearer).find((candidate) => candidate.id === id);
    if (!template) throw agentError(404, 'Source template not found');
    return context.json(templateAnswer(template, await entryOf(world, template.definition.id)));
  });
};

/** The templates that a bearer may use: a widget token can be narrowed by tags. */
function offered(world: World, bearer: Bearer): StoredTemplate[] {
  const all = [...organizationTemplates(world).values()];
  return bearer.kind === 'scoped' ? all.filter((template) => isSelected(template, bearer.tags)) : all;
}

/** Reads and judges the body of a create. @throws 400 for what is unknown (404 is not declared), 422 for a configuration that lacks something */
export async function readNewSource(context: SandboxContext, world: World, kinds: Kinds) {
  const bearer = allow(context, ...kinds);
  const body = await readBody(context.req, CREATE_FIELDS, ['workspace_id']);
  const { templateId, configuration } = readOldOrNewNames(body);
  const workspace = askedWorkspace(world, bearer, body.workspace_id ?? '');
  const template = offered(world, bearer).find(({ id }) => id === templateId.toLowerCase());
  if (!template) throw agentError(400, 'Source template not found');
  const entry = await entryOf(world, template.definition.id);
  const parts = accepted(readConfiguration({ entry, configuration, presets: template.presets }));
  return { workspace, definition: template.definition, templateId: template.id, name: body.name ?? null, ...parts };
}

function readOldOrNewNames(body: BodyOf<typeof CREATE_FIELDS>): { templateId: string; configuration: JsonObject } {
  const templateId = body.source_template_id ?? body.source_config_template_id;
  const configuration = body.source_config ?? body.connection_configuration;
  if (templateId && configuration) return { templateId, configuration };
  const missing = [...(templateId ? [] : ['source_template_id']), ...(configuration ? [] : ['source_config'])];
  throw invalid(missing.map((field) => ({ field, message: 'Field required', error_code: 'missing' })));
}

/** Reads and judges the body of an update, of what the template lets the end user change. */
export async function readSourceUpdate(context: SandboxContext, world: World, source: StoredConnector) {
  const { name, source_config: configuration } = await readBody(context.req, { name: 'string', source_config: 'object' });
  const entry = await entryOf(world, source.definition.id);
  const { presets } = templateOfConnector(world, source);
  return { name, parts: configuration ? accepted(readConfiguration({ entry, configuration, presets })) : {} };
}

function accepted(read: ConfigurationParts | { problem: string }): ConfigurationParts {
  if ('problem' in read) throw invalid([{ field: 'source_config', message: read.problem, error_code: 'value_error' }]);
  return read;
}

/** @throws 403 when a scoped token names another workspace, 400 when there is none (404 is not declared) */
function askedWorkspace(world: World, bearer: Bearer, id: string): Workspace {
  const workspace = findWorkspaceById(world, readId(id));
  if (bearer.kind === 'scoped' && bearer.workspace.id !== workspace?.id) throw agentError(403, 'The token is scoped to another workspace.');
  if (!workspace) throw agentError(400, 'Workspace not found');
  return workspace;
}

/** A source that the bearer may see. @throws 404 */
export function ownSource(context: SandboxContext, world: World, kinds: Kinds): StoredConnector {
  const bearer = allow(context, ...kinds);
  const source = connectorOf(world, readId(context.req.param('id') ?? ''));
  if (bearer.kind === 'scoped' && bearer.workspace.id !== source.workspace.id) throw agentError(404, 'Connector not found');
  return source;
}

async function sourceAnswer(world: World, source: StoredConnector): Promise<JsonObject> {
  const entry = await entryOf(world, source.definition.id);
  const template = templateOfConnector(world, source);
  const { configuration, replicationConfig, environment } = source;
  return {
    id: source.id,
    name: source.name,
    source_template: templateAnswer(template, entry),
    source_config: shownConfiguration(configuration ?? { ...environment, ...replicationConfig }, entry, template.presets),
    ...times(source),
  };
}

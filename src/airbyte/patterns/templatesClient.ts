import { type CallOptions, ConnectError, type Connector } from '../../core/index.js';
import { createCaller } from '../call.js';
import { runConfigurationCheck } from '../calls/checkCalls.js';
import { createWorkspaceConnector } from '../calls/connectorCalls.js';
import { initiateConsent } from '../calls/oauthCalls.js';
import { sourceExecutePath } from '../calls/sourceCalls.js';
import { createTemplateSource, deleteTemplateSource, END_USER, OPERATOR, renameTemplateSource, type TagFilter } from '../calls/templateSourceCalls.js';
import { operationsOf, runCheck, runOperation } from '../runOperation.js';
import { createSend } from '../send.js';
import { toConnector } from '../toConnector.js';
import { valuePaths } from '../valuePaths.js';
import { createWidgetTokens } from '../widgetTokens.js';
import { valuesWithout } from '../withoutPresets.js';
import { CONNECTORS_DIALECTS } from './connectorsDialect.js';
import type { AirbytePattern, PatternClient, PatternContext, PatternCreateInput } from './pattern.js';
import { type CredentialsPlaces, filledPaths, sourceConfiguration } from './sourceConfiguration.js';
import { createTemplateDefinitions } from './templateDefinitions.js';
import { createTemplateOwnership } from './templateOwnership.js';

/** The options of `templates()`, complete. */
export interface TemplatesSetup {
  generation: AirbytePattern['generation'];
  filter: TagFilter;
  credentials: CredentialsPlaces;
}

/** Only the seed generation's calls bring a secret id, which a source of this pattern needs. */
const consent = CONNECTORS_DIALECTS.seed;

/**
 * Sources made from templates, for one caller. Create, consent and execute go with the workspace's own token; the list of the user's
 * workspace proves that an id belongs to it.
 */
export function createTemplatesClient(context: PatternContext, setup: TemplatesSetup): PatternClient {
  const { catalog, now, tokenMode, sleep } = context;
  const { generation } = setup;
  const tokens = createWidgetTokens(context.tokens);
  const caller = createCaller(createSend(context), tokens, now);
  const family = tokenMode !== undefined || generation === 'seed' ? END_USER : OPERATOR;
  const definitions = createTemplateDefinitions({ context, caller, filter: setup.filter, family: tokenMode === undefined ? OPERATOR : END_USER });
  const own = createTemplateOwnership({ caller, catalog, tokens, family, generation });
  const entryOf = ({ definition }: Connector) => catalog.load(definition.id);

  return {
    listDefinitions: definitions.list,
    getDefinition: definitions.detail,
    definitionIdsWithTags: definitions.withTags,

    async listConnectors(workspaceName, filter, options) {
      const all = await own.list(workspaceName, options);
      const wanted = filter?.definition;
      return wanted === undefined ? all : all.filter(({ definition }) => definition.id === wanted || definition.slug === wanted);
    },

    getConnector: own.prove,

    async createConnector(workspaceName, given, options) {
      const template = await definitions.find(given.definition.id, options);
      const input = { ...given, values: valuesWithout(await definitions.presets(template, options), given.values) };
      const paths = await pathsOf(input);
      const created =
        input.secretId === undefined
          ? await createTemplateSource(
              caller,
              { workspaceName, paths, ...(await creation(workspaceName, { ...input, templateId: template.id }, options)) },
              options,
            )
          : await createWorkspaceConnector(caller, { workspaceName, paths, body: consent.createBody(workspaceName, input) }, options);
      return toConnector(created, catalog, template.definition);
    },

    async renameConnector(workspaceName, id, name, options) {
      const { definition } = await own.prove(workspaceName, id, options);
      return { ...toConnector(await renameTemplateSource(caller, { family, workspaceName, id, name }, options), catalog, definition), name };
    },

    async deleteConnector(workspaceName, id, options) {
      await own.prove(workspaceName, id, options);
      await deleteTemplateSource(caller, { family, workspaceName, id }, options);
    },

    async checkConnector(workspaceName, id, options) {
      const connector = await own.prove(workspaceName, id, options);
      const check = { path: family.sources, bearer: family.bearer(workspaceName), id, sleep };
      if (await runConfigurationCheck(caller, check, options)) return { status: 'verified' };
      const tried = await runCheck(caller, { bearer: { workspaceName }, path: sourceExecutePath(id), entry: await entryOf(connector) }, options);
      return { status: tried ? 'verified' : 'unverified' };
    },

    async listOperations(workspaceName, connectorId, options) {
      return operationsOf(await entryOf(await own.prove(workspaceName, connectorId, options)));
    },

    async execute(workspaceName, input, options) {
      const entry = await entryOf(await own.prove(workspaceName, input.connectorId, options));
      return runOperation(caller, { bearer: { workspaceName }, path: sourceExecutePath(input.connectorId), input, entry }, options);
    },

    async initiateOAuth(workspaceName, given, options) {
      const template = await definitions.find(given.definition.id, options);
      if (template.definition.slug === null)
        throw new ConnectError('oauth_not_available', 'A consent is started by the name of the type, which is not known here.');
      const input = { ...given, values: valuesWithout(await definitions.presets(template, options), given.values) };
      const body = consent.initiateBody(workspaceName, input);
      return { consentUrl: await initiateConsent(caller, { workspaceName, body, paths: await pathsOf(input) }, options) };
    },
  };

  /** The oldest guide's path ends in a slash, and has no place for a name. */
  async function creation(workspaceName: string, input: PatternCreateInput & { templateId: string }, options: CallOptions | undefined) {
    const { definition, name, values, templateId } = input;
    const workspace_id = await own.workspaceId(workspaceName, options);
    const configuration = sourceConfiguration(definition, values, setup.credentials);
    if (generation === 'seed')
      return {
        path: '/api/v1/embedded/partial_user_configs/',
        body: { workspace_id, source_config_template_id: templateId, connection_configuration: configuration },
      };
    const path = tokenMode === undefined ? OPERATOR.sources : END_USER.sources;
    return { path, body: { workspace_id, source_template_id: templateId, source_config: configuration, ...(name === undefined ? {} : { name }) } };
  }

  async function pathsOf({ definition, values }: Pick<PatternCreateInput, 'definition' | 'values'>): Promise<string[]> {
    return [...new Set([...valuePaths(await catalog.load(definition.id)), ...filledPaths(values)])];
  }
}

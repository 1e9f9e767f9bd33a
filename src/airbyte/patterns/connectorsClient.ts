import { definitionOfEntry, definitionOfListing } from '../../catalog/index.js';
import { type CallOptions, ConnectError, type Connector } from '../../core/index.js';
import { createApiDefinitions } from '../apiDefinitions.js';
import { createCaller } from '../call.js';
import { runConfigurationCheck, SOURCES_PATH } from '../calls/checkCalls.js';
import {
  CONNECTORS_PATH,
  createWorkspaceConnector,
  deleteWorkspaceConnector,
  listWorkspaceConnectors,
  renameWorkspaceConnector,
} from '../calls/connectorCalls.js';
import { initiateConsent } from '../calls/oauthCalls.js';
import { definitionIdsWithTags } from '../calls/templateCalls.js';
import { offeredDefinitions } from '../offeredDefinitions.js';
import { createPresets, definitionWithout, valuesWithout } from '../presets.js';
import { operationsOf, runCheck, runOperation } from '../runOperation.js';
import { createSend } from '../send.js';
import { toConnector } from '../toConnector.js';
import { valuePaths } from '../valuePaths.js';
import { CONNECTORS_DIALECTS } from './connectorsDialect.js';
import type { AirbytePattern, PatternClient, PatternContext } from './pattern.js';

/**
 * The connectors API for one caller. Create, consent and execute go with the workspace's own token, so that Airbyte enforces the border
 * too; list, rename and delete take the application's, and the list of the workspace proves that an id belongs to it.
 */
export function createConnectorsClient(context: PatternContext, generation: AirbytePattern['generation']): PatternClient {
  const { catalog, tokens, now, sleep, tokenMode } = context;
  const dialect = CONNECTORS_DIALECTS[generation];
  const caller = createCaller(createSend(context), tokens, now);
  const presets = createPresets(caller, context);
  const ofApi = createApiDefinitions(caller, context);
  const own = createOwnership(context, (workspaceName, options) => client.listConnectors(workspaceName, undefined, options));
  const unsure = { now, missingFor: null, missingUntil: 0 };
  const entryOf = (connector: Connector | null) => (connector === null ? Promise.resolve(null) : catalog.load(connector.definition.id));

  const pathsOf = async (definitionId: string, options: CallOptions | undefined) => {
    const entry = await catalog.load(definitionId);
    return entry === null ? ofApi.paths(definitionId, options) : valuePaths(entry);
  };

  const client: PatternClient = {
    listDefinitions: (options) =>
      context.tokenMode === undefined ? offeredDefinitions(caller, catalog, options) : Promise.resolve(catalog.list().map(definitionOfListing)),

    definitionIdsWithTags: (tags, options) => definitionIdsWithTags(caller, tags, options),

    async getDefinition(idOrSlug, options) {
      const entry = await catalog.load(idOrSlug);
      const definition = entry === null ? await ofApi.detail(idOrSlug, options) : definitionOfEntry(entry);
      return definitionWithout(await presets.names(definition.id, options), definition);
    },

    async listConnectors(workspaceName, filter, options) {
      const listed = await listWorkspaceConnectors(caller, dialect.listQuery(workspaceName), options);
      const all = listed.map((item) => toConnector(item, catalog));
      const wanted = filter?.definition;
      return wanted === undefined ? all : all.filter(({ definition }) => definition.id === wanted || definition.slug === wanted);
    },

    getConnector: (workspaceName, id, options) => own.prove(workspaceName, id, options),

    async createConnector(workspaceName, given, options) {
      const input = { ...given, values: valuesWithout(await presets.names(given.definition.id, options), given.values) };
      const paths = await pathsOf(input.definition.id, options);
      const created = await createWorkspaceConnector(caller, { workspaceName, body: dialect.createBody(workspaceName, input), paths }, options);
      return toConnector(created, catalog, input.definition);
    },

    async renameConnector(workspaceName, id, name, options) {
      const { definition } = await own.prove(workspaceName, id, options);
      return toConnector({ ...(await renameWorkspaceConnector(caller, id, name, options)), name }, catalog, definition);
    },

    async deleteConnector(workspaceName, id, options) {
      await own.prove(workspaceName, id, options);
      await deleteWorkspaceConnector(caller, id, options);
    },

    async checkConnector(workspaceName, id, options) {
      const entry = await entryOf(await own.find(workspaceName, id, options));
      if (await runCheck(caller, { bearer: { workspaceName }, path: dialect.executePath(id), entry }, options)) return { status: 'verified' };
      // Where no call is known that tries them: only older documents have a check of connectors, and none says where its status is.
      const check = { path: CONNECTORS_PATH, statusPath: SOURCES_PATH, bearer: 'application', id, unsure, sleep } as const;
      const tried = tokenMode === undefined && (await runConfigurationCheck(caller, check, options));
      return { status: tried ? 'verified' : 'unverified' };
    },

    async listOperations(workspaceName, connectorId, options) {
      return operationsOf(await entryOf(await own.prove(workspaceName, connectorId, options)));
    },

    async execute(workspaceName, input, options) {
      const entry = await entryOf(await own.find(workspaceName, input.connectorId, options));
      return runOperation(caller, { bearer: { workspaceName }, path: dialect.executePath(input.connectorId), input, entry }, options);
    },

    async initiateOAuth(workspaceName, given, options) {
      const input = { ...given, values: valuesWithout(await presets.names(given.definition.id, options), given.values) };
      const paths = await pathsOf(input.definition.id, options);
      return { consentUrl: await initiateConsent(caller, { workspaceName, body: dialect.initiateBody(workspaceName, input), paths }, options) };
    },
  };
  return client;
}

type List = (workspaceName: string, options: CallOptions | undefined) => Promise<Connector[]>;

/** The proof that a workspace holds a connector. An unknown and a foreign id cost the same calls and get the same answer. */
function createOwnership({ tokenMode }: PatternContext, list: List) {
  async function find(workspaceName: string, id: string, options: CallOptions | undefined): Promise<Connector | null> {
    if (tokenMode !== undefined) return tokenMode.connector(id) ?? null;
    const connector = (await list(workspaceName, options)).find((candidate) => candidate.id === id);
    if (connector === undefined) throw new ConnectError('connector_not_found', 'The workspace has no connector of this id.');
    return connector;
  }

  return {
    /** The connector; null in token mode when it was made elsewhere: the token is the proof then. @throws {ConnectError} `connector_not_found` */
    find,
    /** The connector itself is needed. @throws {ConnectError} `connector_not_found`, `not_available_in_token_mode` */
    async prove(workspaceName: string, id: string, options: CallOptions | undefined): Promise<Connector> {
      const connector = await find(workspaceName, id, options);
      if (connector === null) throw new ConnectError('not_available_in_token_mode', 'Token mode knows only the connectors made on this page. Ask the backend.');
      return connector;
    },
  };
}

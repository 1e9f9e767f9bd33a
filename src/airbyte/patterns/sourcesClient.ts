import type { CatalogEntry } from '../../catalog/index.js';
import { type CallOptions, ConnectError, type Connector, isConnectError } from '../../core/index.js';
import { createCaller } from '../call.js';
import { createSource, deleteSource, initiateSourceConsent, type PublicSource, renameSource, sourceExecutePath } from '../calls/sourceCalls.js';
import { operationsOf, runCheck, runOperation } from '../runOperation.js';
import { createSend } from '../send.js';
import { createSpecDefinitions } from '../specDefinitions.js';
import { toConnector } from '../toConnector.js';
import { valuePaths } from '../valuePaths.js';
import type { PatternClient, PatternContext, PatternCreateInput, PatternInitiateInput } from './pattern.js';
import { filledPaths, sourceConfiguration } from './sourceConfiguration.js';
import { createSourceDefinitions, deploymentOf, noAgentEngine } from './sourceDefinitions.js';
import { createSourceOAuthApps } from './sourceOAuthApps.js';
import { createSourceOwnership } from './sourceOwnership.js';
import type { SourcesSetup } from './sources.js';

/**
 * The public API's sources for one caller. Create and consent go with the workspace's own token where Airbyte mints one, so that it
 * enforces the border too; the `workspaceId` of the get proves that an id belongs to the user, before every call that names one.
 */
export function createSourcesClient(context: PatternContext, setup: SourcesSetup): PatternClient {
  const { catalog, tokens, now, tokenMode } = context;
  const caller = createCaller(createSend(context), tokens, now);
  const specs = createSpecDefinitions(setup.specs, context);
  const deployment = deploymentOf(context, setup);
  const own = createSourceOwnership({ context, setup, caller, deployment });
  const definitions = createSourceDefinitions({ context, caller, specs, deployment });
  const entryOf = ({ definition }: Connector) => catalog.load(definition.id);

  return {
    ...definitions,

    async listConnectors(userId, filter, options) {
      const all = (await own.list(userId, options)).map((source) => connectorOf(source));
      const wanted = filter?.definition;
      return wanted === undefined ? all : all.filter(({ definition }) => definition.id === wanted || definition.slug === wanted);
    },

    getConnector: prove,

    async createConnector(userId, input, options) {
      const { definition, name = definition.name, values, secretId } = input;
      const workspaceId = await own.workspaceId(userId);
      const type = definition.slug === null ? { definitionId: definition.id } : {};
      // Last: a value of that name would choose another type. JSON leaves out what is undefined.
      const configuration = { ...sourceConfiguration(definition, values, setup.credentials), sourceType: definition.slug ?? undefined };
      const body = { workspaceId, name, ...type, configuration, ...(secretId === undefined ? {} : { secretId }) };
      const paths = await pathsOf(input);
      const created = await own.asWorkspace(userId, (bearer) => createSource(caller, { bearer, body, paths }, options));
      const source = { id: created.sourceId, name: created.name ?? name, created_at: timeOf(created.createdAt) };
      return toConnector(source, catalog, { id: definition.id, slug: definition.slug, name: definition.name });
    },

    async renameConnector(userId, id, name, options) {
      await prove(userId, id, options);
      return { ...connectorOf(await renameSource(caller, { id, name }, options)), name };
    },

    async deleteConnector(userId, id, options) {
      await prove(userId, id, options);
      await deleteSource(caller, id, options);
    },

    async checkConnector(userId, id, options) {
      // The public API has no check, and nothing runs there.
      if (tokenMode !== undefined) return { status: 'unverified' };
      const entry = await entryOf(await prove(userId, id, options));
      if (deployment.isSelfManaged) return { status: 'unverified' };
      const tried = await runCheck(caller, { bearer: 'application', path: sourceExecutePath(id), entry }, options);
      return { status: tried ? 'verified' : 'unverified' };
    },

    async listOperations(userId, connectorId, options) {
      const entry = await entryOf(await prove(userId, connectorId, options));
      return deployment.isSelfManaged ? [] : operationsOf(entry);
    },

    async execute(userId, input, options) {
      const connector = await prove(userId, input.connectorId, options);
      if (deployment.isSelfManaged) throw noAgentEngine('runs no operations');
      const entry = await entryOf(connector);
      return runOperation(caller, { bearer: 'application', path: sourceExecutePath(input.connectorId), input, entry }, options);
    },

    initiateOAuth,
    workspaceOAuthApps: createSourceOAuthApps({ setup, caller, specs, own }),
  };

  async function prove(userId: string, id: string, options: CallOptions | undefined): Promise<Connector> {
    return connectorOf(await own.prove(userId, id, options));
  }

  async function initiateOAuth(userId: string, input: PatternInitiateInput, options: CallOptions | undefined) {
    const { definition, values, redirectUrl } = input;
    requireHttps(redirectUrl);
    if (!deployment.hasConsent(definition.id)) throw noConsent();
    if (definition.slug === null) throw new ConnectError('oauth_not_available', 'A sign-in by consent needs the `sourceType` of the definition: see `specs`.');
    const inputs = { ...specs.consentInputs(definition.id, values.replication_config ?? {}), ...values.environment };
    const asked = Object.keys(inputs).length === 0 ? {} : { oAuthInputConfiguration: { ...inputs } };
    const body = { workspaceId: await own.workspaceId(userId), sourceType: definition.slug, redirectUrl, ...asked };
    const paths = await pathsOf(input);
    try {
      const consentUrl = await own.asWorkspace(userId, (bearer) => initiateSourceConsent(caller, { bearer, body, paths }, options));
      deployment.tookConsent();
      return { consentUrl };
    } catch (error) {
      if (!isConnectError(error) || error.code !== 'not_supported') throw error;
      deployment.refusedConsent(definition.id);
      throw noConsent(error);
    }
  }

  async function pathsOf({ definition, values }: Pick<PatternCreateInput, 'definition' | 'values'>): Promise<string[]> {
    const entry: CatalogEntry | null = specs.detail(definition.id) === null ? await catalog.load(definition.id) : null;
    return [...new Set([...valuePaths(entry), ...filledPaths(values)])];
  }

  function connectorOf({ sourceId: id, name, definitionId, sourceType, createdAt }: PublicSource): Connector {
    const given = definitionId == null ? null : specs.detail(definitionId);
    const known = given === null ? undefined : { id: given.id, slug: given.slug, name: given.name };
    const template = { source_definition_id: definitionId, connector_type: sourceType, name: sourceType };
    return toConnector({ id, name, source_template: template, created_at: timeOf(createdAt) }, catalog, known);
  }
}

/** Seconds or milliseconds since the epoch, which no document says, as ISO 8601. */
function timeOf(createdAt: number | null | undefined): string | null {
  if (createdAt == null) return null;
  const date = new Date(createdAt < 1e11 ? createdAt * 1000 : createdAt);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Airbyte takes https only, also for localhost: said before anybody is sent away. @throws {ConnectError} `handler_misconfigured` */
function requireHttps(redirectUrl: string): void {
  if (URL.canParse(redirectUrl) && new URL(redirectUrl).protocol === 'https:') return;
  throw new ConnectError('handler_misconfigured', 'sources(): `callbackUrl` must be https, on localhost too, since Airbyte’s public API takes no other.');
}

const noConsent = (cause?: unknown) =>
  new ConnectError('oauth_not_available', 'This Airbyte deployment has no sign-ins by consent: its sources are made from keys.', { cause });

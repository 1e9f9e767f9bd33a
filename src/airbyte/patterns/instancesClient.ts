import { type CatalogEntry, definitionOfEntry, definitionOfListing } from '../../catalog/index.js';
import { type CallOptions, ConnectError, type Connector } from '../../core/index.js';
import { atTheForm } from '../atTheForm.js';
import { createCaller } from '../call.js';
import { createInstance, instanceExecutePath } from '../calls/instanceCalls.js';
import { definitionIdsWithTags } from '../calls/templateCalls.js';
import { onlyByKey, withoutConsent } from '../keyMethods.js';
import { knownDefinitions } from '../knownDefinitions.js';
import { operationsOf, runCheck, runOperation } from '../runOperation.js';
import { createSend } from '../send.js';
import { instanceConfig } from './instancesAuthConfig.js';
import { createInstanceOwnership } from './instancesOwnership.js';
import type { PatternClient, PatternContext, PatternCreateInput } from './pattern.js';

/**
 * The instances API for one caller: create and get with the workspace's own token, list and execute with the application's. The get
 * proves that an id belongs to the workspace, before every execute: the application's token would reach any.
 */
export function createInstancesClient(context: PatternContext): PatternClient {
  const { catalog, tokens, now, tokenMode } = context;
  const caller = createCaller(createSend(context), tokens, now);
  const own = createInstanceOwnership(context, caller);
  const entryOf = ({ definition }: Connector) => catalog.load(definition.id);
  const notInTokenMode = () => {
    if (tokenMode !== undefined) throw new ConnectError('not_available_in_token_mode', 'Operations of instances need the application token: ask the backend.');
  };

  return {
    removes: false,

    async listDefinitions(options) {
      // In a page, looking for keys would load every entry of the catalogue.
      if (tokenMode !== undefined) return catalog.list().map(definitionOfListing);
      return onlyByKey(catalog, await knownDefinitions(caller, catalog, options));
    },

    definitionIdsWithTags: (tags, options) => definitionIdsWithTags(caller, tags, options),

    async getDefinition(idOrSlug) {
      const entry = await catalog.load(idOrSlug);
      if (entry === null) throw new ConnectError('definition_not_found', 'The catalogue has no definition of this id or slug.');
      const byKey = forInstances(entry);
      if (byKey.methods.length === 0) throw new ConnectError('definition_not_found', `${entry.name} is connected by consent only, and instances by keys only.`);
      return definitionOfEntry(byKey);
    },

    async listConnectors(workspaceName, filter, options) {
      const all = await own.list(workspaceName, options);
      const wanted = filter?.definition;
      return wanted === undefined ? all : all.filter(({ definition }) => definition.id === wanted || definition.slug === wanted);
    },

    getConnector: (workspaceName, id, options) => own.prove(workspaceName, id, options),

    async createConnector(workspaceName, input, options) {
      if (input.secretId !== undefined) throw noConsent();
      return create(workspaceName, input, options);
    },

    renameConnector: () => Promise.reject(notDocumented('renamed')),
    deleteConnector: () => Promise.reject(notDocumented('removed')),

    async checkConnector(workspaceName, id, options) {
      if (tokenMode !== undefined) return { status: 'unverified' };
      const connector = await own.prove(workspaceName, id, options);
      const entry = await entryOf(connector);
      const tried = await own.onInstance(connector, () => runCheck(caller, { bearer: 'application', path: instanceExecutePath(id), entry }, options));
      return { status: tried ? 'verified' : 'unverified' };
    },

    async listOperations(workspaceName, connectorId, options) {
      notInTokenMode();
      return operationsOf(await entryOf(await own.prove(workspaceName, connectorId, options)));
    },

    async execute(workspaceName, input, options) {
      notInTokenMode();
      const connector = await own.prove(workspaceName, input.connectorId, options);
      const entry = await entryOf(connector);
      const path = instanceExecutePath(input.connectorId);
      return own.onInstance(connector, () => runOperation(caller, { bearer: 'application', path, input, entry }, options));
    },

    initiateOAuth: () => Promise.reject(noConsent()),
  };

  async function create(workspaceName: string, { definition, name = definition.name, values }: PatternCreateInput, options: CallOptions | undefined) {
    const { paths, ...config } = instanceConfig(await catalog.load(definition.id), values);
    const body = { connector_definition_id: definition.id, name, ...config };
    try {
      const created = await createInstance(caller, { workspaceName, body, paths: Object.keys(paths) }, options);
      const { id, slug, name: definitionName } = definition;
      return {
        id: created.id,
        name: created.name || name,
        definition: { id, slug, name: definitionName },
        createdAt: null,
        updatedAt: null,
        status: 'ok',
      } satisfies Connector;
    } catch (error) {
      throw atTheForm(error, paths);
    }
  }
}

/** Consent and replication have no place in an instance: neither is asked for. */
const forInstances = (entry: CatalogEntry): CatalogEntry => ({
  ...withoutConsent(entry),
  settings: entry.settings.filter(({ place }) => place !== 'replication_config'),
});

const noConsent = () => new ConnectError('oauth_not_available', 'Instances are made from keys only. Use the pattern connectors() for sign-ins by consent.');
const notDocumented = (what: string) =>
  new ConnectError('not_supported', `Airbyte documents no call by which an instance is ${what}. Use the pattern connectors() where that is needed.`);

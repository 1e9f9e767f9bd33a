import { builtInCatalog, type Catalog } from '../../../src/catalog/index.js';
import { complete, ZENDESK } from '../world.js';
import { type Asking, KEY, type PlayOptions, type VariantName } from './faultWorld.js';

/** A call of the handler, by its route or by the server's own functions. */
export interface Call extends PlayOptions {
  ask(asking: Asking): Promise<unknown>;
  /** It leaves Ada with more or fewer connectors when it works. */
  changes?: boolean;
}

const run =
  (entity: string, action: string, params: object): Call['ask'] =>
  ({ ada, prepared }) =>
    ada.call('POST', `/connectors/${prepared.id}/execute`, { body: { entity, action, params } });
const UNKNOWN_DEFINITION = '11111111-2222-4333-8444-555555555555';
const OAUTH_APP = { client_id: 'own-app-id', client_secret: 'own-app-secret' };
const ofAda = { userId: 'ada', definition: 'zendesk-support', entity: 'tickets', action: 'list' };

/** Knows no call that tries credentials. */
const withoutChecks: Catalog = {
  ...builtInCatalog,
  load: async (idOrSlug) => {
    const entry = await builtInCatalog.load(idOrSlug);
    return entry && { ...entry, check: null };
  },
};

/** Those that a browser makes. */
export const BROWSER_CALLS = {
  definitions: { ask: ({ ada }) => ada.call('GET', '/definitions') },
  definition: { ask: ({ ada }) => ada.call('GET', '/definitions/zendesk-support') },
  'unknown definition': { ask: ({ ada }) => ada.call('GET', `/definitions/${UNKNOWN_DEFINITION}`) },
  list: { ask: ({ ada }) => ada.call('GET', '/connectors') },
  get: { ask: ({ ada, prepared }) => ada.call('GET', `/connectors/${prepared.id}`) },
  operations: { ask: ({ ada, prepared }) => ada.call('GET', `/connectors/${prepared.id}/operations`) },
  create: { changes: true, ask: ({ ada }) => ada.call('POST', '/connectors', { body: KEY }) },
  check: { ask: ({ ada, prepared }) => ada.call('POST', `/connectors/${prepared.id}/check`, { body: {} }) },
  'check by Airbyte': {
    handler: { catalog: withoutChecks },
    ask: ({ ada, prepared }) => ada.call('POST', `/connectors/${prepared.id}/check`, { body: {} }),
  },
  rename: { ask: ({ ada, prepared }) => ada.call('PATCH', `/connectors/${prepared.id}`, { body: { name: 'New' } }) },
  start: { ask: ({ ada }) => ada.call('POST', '/attempts', { body: ZENDESK }) },
  complete: { consent: true, changes: true, ask: ({ ada, prepared }) => complete(ada, prepared.callback) },
  read: { ask: run('tickets', 'list', {}) },
  write: { ask: run('users', 'create', { user: { name: 'Ben' } }) },
  download: { ask: run('attachments', 'download', { attachment_id: 7_000_002 }) },
  delete: { changes: true, ask: ({ ada, prepared }) => ada.call('DELETE', `/connectors/${prepared.id}`) },
  token: { ask: ({ ada }) => ada.call('POST', '/token', { body: {} }) },
} satisfies Record<string, Call>;

/** The server's own functions. */
export const API_CALLS = {
  'api.listConnectors': { ask: ({ api }) => api.listConnectors({ userId: 'ada' }) },
  'api.execute': { ask: ({ api, prepared }) => api.execute({ ...ofAda, connectorId: prepared.id }) },
  'api.createConnector': { changes: true, ask: ({ api }) => api.createConnector({ userId: 'ada', ...KEY, ...KEY.values }) },
  'api.deleteUser': { changes: true, ask: ({ api }) => api.deleteUser('ada') },
  'api.toAgentTool': {
    async ask({ api, prepared: { id } }) {
      const definition = { id: '79c1aa37-dae3-42ae-b333-d1c105477715', slug: 'zendesk-support', name: 'Zendesk Support' };
      return api.toAgentTool({ userId: 'ada', connector: { id, name: 'Zendesk', definition, createdAt: null, updatedAt: null } });
    },
  },
  // Of somebody who was never seen, so that a workspace is made where that has to be asked for.
  'api.createConnector, a new user': { ask: ({ api }) => api.createConnector({ userId: crypto.randomUUID(), ...KEY, ...KEY.values }) },
  'api.describeOAuthApp': { ask: ({ api }) => api.describeOAuthApp('zendesk-support') },
  'api.setOAuthApp': { ask: ({ api }) => api.setOAuthApp({ definition: 'zendesk-support', credentials: OAUTH_APP }) },
  'api.removeOAuthApp': { ask: ({ api }) => api.removeOAuthApp('zendesk-support') },
} satisfies Record<string, Call>;

/** What a pattern has nothing for: it rejects without a call of Airbyte's, as the matrix of the patterns shows. */
const NOT_OF_INSTANCES: ReadonlySet<string> = new Set([
  'unknown definition',
  'start',
  'complete',
  'rename',
  'delete',
  'api.describeOAuthApp',
  'api.setOAuthApp',
  'api.removeOAuthApp',
]);
/** The catalogue answers. */
const FROM_CATALOGUE: ReadonlySet<string> = new Set(['definition']);

export function isPossible(variant: VariantName, call: string): boolean {
  // Only connectors have a second way to be tried; of templates it is the first.
  if (call === 'check by Airbyte') return variant.startsWith('connectors');
  if (variant === 'instances') return !NOT_OF_INSTANCES.has(call) && !FROM_CATALOGUE.has(call);
  return variant !== 'sources' || !FROM_CATALOGUE.has(call);
}

import { connectors, createApplicationTokens } from '../../src/airbyte/index.js';
import { builtInCatalog, definitionOfListing } from '../../src/catalog/index.js';
import { type ConnectorDefinition, isJsonObject } from '../../src/core/index.js';
import { HOSTS, scriptedAirbyte, testClock } from './scriptedAirbyte.js';

export const PATH = '/api/v1/integrations/connectors';
export const IDS = {
  stripe: 'e094cb9a-26de-4645-8761-65c0c425d1de',
  hubspot: '36c891d9-4bd9-43ac-bad2-10e12756272c',
  zendesk: '79c1aa37-dae3-42ae-b333-d1c105477715',
  /** A connector of user_12345. */
  mine: 'f1e2d3c4-b5a6-7890-fe12-dc34ba567890',
  /** A connector that no list of user_12345 holds. */
  foreign: '00000000-0000-4000-8000-00000000000b',
};

/** A connector as a list answers it. */
export const listed = (rest: Record<string, unknown> = {}) => ({
  id: IDS.mine,
  name: 'My Stripe',
  summarized_source_template: { id: 'a1b2c3d4-e5f6-7890-ab12-cd34ef567890', name: 'Stripe', actor_definition_id: IDS.stripe },
  created_at: '2026-03-01T09:00:00Z',
  updated_at: '2026-03-01T09:00:00Z',
  ...rest,
});

/** A connector as a create answers it, in the guide's words. */
export const created = (rest: Record<string, unknown> = {}) => ({
  id: IDS.mine,
  name: 'My HubSpot Connection',
  source_template: { id: 'a1b2c3d4-e5f6-7890-ab12-cd34ef567890', name: 'HubSpot', connector_type: 'hubspot' },
  replication_config: {},
  created_at: '2024-01-15T10:30:00Z',
  updated_at: '2024-01-15T10:30:00Z',
  ...rest,
});

export const page = (rest: Record<string, unknown> = {}) => ({
  status: 'success',
  result: [{ id: 'cus_1' }],
  connector_metadata: { has_more: false },
  execution_metadata: { connector_instance_id: 'source_id:x', execution_time_ms: 12 },
  ...rest,
});

export function definition(slug: string): ConnectorDefinition {
  const listing = builtInCatalog.find(slug);
  if (listing === null) throw new Error(`The catalogue has no ${slug}`);
  return definitionOfListing(listing);
}

/** A client of the pattern `connectors` over a scripted network, with tokens of its own. */
export function connectorsClient(generation: 'current' | 'seed', scripts: Parameters<typeof scriptedAirbyte>[0] = {}) {
  const noTemplates = { 'GET /api/v1/integrations/templates/sources': { body: { data: [] } } };
  const airbyte = scriptedAirbyte({ [`GET ${PATH}`]: { body: { data: [listed()] } }, ...noTemplates, ...scripts });
  const clock = testClock();
  const shared = { hosts: HOSTS, fetch: airbyte.fetch, now: clock.now };
  const tokens = createApplicationTokens({ clientId: 'id', clientSecret: 'secret', generation, ...shared });
  const client = connectors({ generation }).client({ ...shared, tokens, catalog: builtInCatalog });
  return { client, clock, ...airbyte };
}

/** The redirect URL that an initiate sent. */
export function redirectOf(body: unknown): string {
  if (!isJsonObject(body) || typeof body.redirect_url !== 'string') throw new Error('The body of an initiate names no redirect_url');
  return body.redirect_url;
}

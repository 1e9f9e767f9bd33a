import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createApplicationTokens, instances } from '../../src/airbyte/index.js';
import { builtInCatalog } from '../../src/catalog/index.js';
import { isJsonObject, type JsonObject } from '../../src/core/index.js';
import { compileForm, type FormField } from '../../src/form/index.js';
import { HOSTS, scriptedAirbyte } from './scriptedAirbyte.js';

const PATH = 'POST /api/v1/connectors/instances';

/** What the guides send, key for key. */
const GUIDES: readonly (readonly [slug: string, auth_config: Record<string, string>])[] = [
  ['stripe', { api_key: 'typed:api_key' }],
  ['gong', { access_key: 'typed:access_key', access_key_secret: 'typed:access_key_secret' }],
  ['github', { token: 'typed:token' }],
  ['slack', { token: 'typed:bot_key' }],
  ['jira', { api_token: 'typed:password', email: 'typed.username@example.com', domain: 'typed:subdomain' }],
  ['hubspot', { access_token: 'typed:private_app_token' }],
];

/** A person fills in every field with its own name, so that the body shows which value went where. */
function fill(fields: readonly FormField[]): JsonObject {
  return Object.fromEntries(
    fields.map(({ path, kind, fields: inner, inputType }) => {
      const key = String(path.at(-1));
      return [key, kind === 'object' ? fill(inner) : inputType === 'email' ? `typed.${key}@example.com` : `typed:${key}`];
    }),
  );
}

/** The body of the create that the filled form of a service ends in. */
async function bodyFor(slug: string): Promise<JsonObject> {
  const { fetch, sent } = scriptedAirbyte({ [PATH]: { status: 201, body: { id: 'i' } } });
  const pattern = instances();
  const shared = { hosts: HOSTS, fetch, now: Date.now };
  const tokens = createApplicationTokens({ clientId: 'id', clientSecret: 'secret', generation: pattern.generation, ...shared });
  const client = pattern.client({ ...shared, tokens, catalog: builtInCatalog });
  const definition = await client.getDefinition(slug);
  const [method, ...others] = definition.methods;
  if (method === undefined || others.length > 0) throw new Error(`${slug} has ${definition.methods.length} methods for keys`);
  const form = compileForm(method.schema);
  const values = form.toSubmit(fill(form.fields));
  expect(form.validate(values)).toEqual({ valid: true, errors: [] });
  await client.createConnector('tenant', { definition, values });
  const body = sent(PATH)[0]?.body;
  return isJsonObject(body) ? body : {};
}

it.each(GUIDES)("the filled form of %s is the guides' auth_config, key for key", async (slug, auth_config) => {
  expect(await bodyFor(slug)).toEqual({ connector_definition_id: builtInCatalog.find(slug)?.id, name: expect.any(String), auth_config });
});

it.skipIf(!process.env.ACK_SHARED)('the six keys are those of the facts (needs ACK_SHARED)', async () => {
  const facts: unknown = JSON.parse(readFileSync(`${process.env.ACK_SHARED}/facts/seed-auth-config.json`, 'utf8'));
  const connectors = isJsonObject(facts) && Array.isArray(facts.connectors) ? facts.connectors.filter(isJsonObject) : [];
  const told = connectors.map(({ slug, fields }) => [slug, (Array.isArray(fields) ? fields : []).map(({ name }) => name).sort()]);
  expect(told).toEqual(GUIDES.map(([slug, config]) => [slug, Object.keys(config).sort()]));
});

import { describe, expect, it } from 'vitest';
import { definitionOfListing } from '../../src/catalog/index.js';
import { connectorsClient, created, PATH } from './patternSetup.js';

const USER = 'user_12345';
const ID = '0a1b2c3d-4e5f-4a6b-8c7d-0123456789ab';
const GET = `GET /api/v1/integrations/definitions/sources/${ID}`;
const connectionSpecification = {
  type: 'object',
  title: 'Harbour Spec',
  required: ['dock', 'credentials'],
  properties: {
    dock: { type: 'string' },
    credentials: {
      oneOf: [{ title: 'Harbour key', required: ['way', 'key'], properties: { way: { const: 'key' }, key: { type: 'string', airbyte_secret: true } } }],
    },
  },
};
const answer = (spec: unknown = { connectionSpecification }) => ({
  body: { id: ID, definition: { name: 'Harbour', iconUrl: 'http://plain.example/i.svg', spec } },
});
const definition = definitionOfListing({ id: ID, slug: '', name: 'Harbour', category: '' });
const values = { replication_config: { dock: 'north', credentials: { way: 'key', key: 'sk_marked' } } };

describe('a definition that the catalogue does not know', () => {
  it('has the methods of Airbyte’s specification', async () => {
    const { client } = connectorsClient('current', { [GET]: answer() });
    expect(await client.getDefinition(ID)).toMatchObject({
      id: ID,
      slug: null,
      name: 'Harbour',
      category: null,
      iconUrl: null,
      methods: [{ key: 'key', kind: 'key', label: 'key', schema: { properties: { replication_config: { required: ['dock', 'credentials'] } } } }],
    });
  });

  it('is created with all its values in replication_config', async () => {
    const { client, sent } = connectorsClient('current', { [GET]: answer(), [`POST ${PATH}`]: { body: created() } });
    await client.createConnector(USER, { definition, values });
    expect(sent(`POST ${PATH}`)[0]?.body).toEqual({ workspace_name: USER, definition_id: ID, replication_config: values.replication_config });
  });

  it('says at the field what Airbyte refuses', async () => {
    const errors = [{ field: 'credentials.key', message: 'x', error_code: 'missing' }];
    const { client } = connectorsClient('current', { [GET]: answer(), [`POST ${PATH}`]: { status: 422, body: { message: 'x', errors } } });
    await expect(client.createConnector(USER, { definition, values })).rejects.toMatchObject({
      code: 'invalid_input',
      fieldErrors: { 'replication_config.credentials.key': { code: 'required' } },
    });
  });

  it('is asked for once in five minutes', async () => {
    const { client, sent, clock } = connectorsClient('current', { [GET]: answer() });
    await client.getDefinition(ID);
    await client.getDefinition(ID.toUpperCase());
    expect(sent(GET)).toHaveLength(1);
    clock.advance(5 * 60_000);
    await client.getDefinition(ID);
    expect(sent(GET)).toHaveLength(2);
  });

  it('is not found when Airbyte has none, and nothing is asked for what is no id', async () => {
    const { client, requests } = connectorsClient('current', { [GET]: { status: 404, body: { message: 'x' } } });
    await expect(client.getDefinition(ID)).rejects.toMatchObject({ code: 'definition_not_found' });
    const asked = requests.length;
    await expect(client.getDefinition('harbour')).rejects.toMatchObject({ code: 'definition_not_found' });
    expect(requests).toHaveLength(asked);
  });

  it.each([null, {}, { connectionSpecification: [] }, { connectionSpecification: {} }, { connectionSpecification: { type: 'string' } }])(
    'is not supported with the specification %j',
    async (spec) => {
      const { client } = connectorsClient('current', { [GET]: answer(spec) });
      await expect(client.getDefinition(ID)).rejects.toMatchObject({ code: 'not_supported' });
    },
  );

  it('tells what went wrong when it cannot be read', async () => {
    const { client } = connectorsClient('current', { [GET]: { status: 400 } });
    await expect(client.getDefinition(ID)).rejects.toMatchObject({ code: 'upstream_rejected' });
  });
});

import { describe, expect, it } from 'vitest';
import { methodsOfSpec } from '../../src/airbyte/methodsOfSpec.js';

const secret = (title?: string) => ({ type: 'string', airbyte_secret: true, ...(title === undefined ? {} : { title }) });
const at = (...path: string[]) => ({ type: 'string', path_in_connector_config: path });

const byConsent = {
  title: 'OAuth2.0',
  required: ['auth', 'client_id', 'refresh_token'],
  properties: { auth: { type: 'string', const: 'oauth' }, client_id: secret(), refresh_token: secret() },
};
const byToken = {
  title: 'Access token',
  description: 'For one person.',
  required: ['auth', 'token'],
  properties: { auth: { enum: ['token'] }, token: secret() },
};
const credentials = { type: 'object', title: 'Authentication', order: 1, default: { auth: 'token' }, oneOf: [byToken, byConsent] };
const spec = {
  type: 'object',
  title: 'Harbour Spec',
  required: ['region', 'credentials'],
  properties: { region: { type: 'string' }, since: { type: 'string', format: 'date' }, credentials },
};
const advancedAuth = {
  predicate_key: ['credentials', 'auth'],
  predicate_value: 'oauth',
  oauth_config_specification: {
    oauth_user_input_from_connector_config_specification: { properties: { since: at('since') } },
    complete_oauth_output_specification: { properties: { refresh_token: at('credentials', 'refresh_token') } },
    complete_oauth_server_output_specification: { properties: { client_id: at('credentials', 'client_id') } },
  },
};

const configOf = (method: { schema: object } | undefined): unknown => Object(Object(method?.schema).properties).replication_config;

describe('methodsOfSpec: a choice', () => {
  const [oauth, token, ...others] = methodsOfSpec(spec, advancedAuth, 'Harbour');

  it('becomes methods, the consent first', () => {
    expect(others).toEqual([]);
    expect(oauth).toMatchObject({ key: 'oauth', kind: 'oauth', label: 'Sign in with Harbour', description: null });
    expect(token).toMatchObject({ key: 'token', kind: 'key', label: 'Access token', description: 'For one person.' });
  });

  it('a key method is the specification with this way only, its constant filled in', () => {
    expect(token?.schema).toMatchObject({ type: 'object', required: ['replication_config'] });
    expect(configOf(token)).toEqual({
      type: 'object',
      required: ['region', 'credentials'],
      properties: {
        region: { type: 'string' },
        since: { type: 'string', format: 'date' },
        credentials: {
          type: 'object',
          title: 'Authentication',
          order: 1,
          required: ['auth', 'token'],
          properties: { auth: { enum: ['token'], const: 'token' }, token: secret() },
        },
      },
    });
  });

  it('a consent asks for its inputs and the rest, not for what it fills', () => {
    expect(configOf(oauth)).toMatchObject({
      properties: {
        since: { always_show: true },
        credentials: {
          airbyte_hidden: true,
          required: ['auth'],
          properties: { auth: { const: 'oauth' }, client_id: { airbyte_hidden: true }, refresh_token: { airbyte_hidden: true } },
        },
      },
    });
  });

  it('is guessed by its name where no specification names it', () => {
    const methods = methodsOfSpec(spec, undefined, 'Harbour');
    expect(methods.map(({ key, kind, label }) => [key, kind, label])).toEqual([
      ['token', 'key', 'Access token'],
      ['oauth', 'key', 'OAuth2.0'],
    ]);
  });

  it('of something else stays in the form', () => {
    const properties = {
      tunnel: { type: 'object', oneOf: [byToken, byConsent] },
      credentials: { oneOf: [{ properties: { a: {} } }, { properties: { b: {} } }] },
    };
    const methods = methodsOfSpec({ type: 'object', properties }, undefined, 'Harbour');
    expect(methods).toEqual([
      expect.objectContaining({ key: 'key', schema: expect.objectContaining({ properties: { replication_config: { type: 'object', properties } } }) }),
    ]);
  });

  it('of scalars stays in the form', () => {
    const methods = methodsOfSpec({ properties: { auth: { oneOf: [byToken, { type: 'string' }] } } }, undefined, 'Harbour');
    expect(methods.map(({ key }) => key)).toEqual(['key']);
  });

  it('offers no hidden way, and gives each its own key', () => {
    const properties = { credentials: { oneOf: [byToken, byToken, { ...byConsent, airbyte_hidden: true }] } };
    expect(methodsOfSpec({ properties }, undefined, 'Harbour').map(({ key }) => key)).toEqual(['token', 'token-2']);
  });

  it('may stand at the root', () => {
    const { predicate_key: _key, ...rest } = advancedAuth;
    const methods = methodsOfSpec({ type: 'object', oneOf: [byToken, byConsent] }, { ...rest, predicate_key: ['auth'] }, 'Harbour');
    expect(methods.map(({ key, kind }) => [key, kind])).toEqual([
      ['oauth', 'oauth'],
      ['token', 'key'],
    ]);
  });
});

describe('methodsOfSpec: no choice', () => {
  const flat = { type: 'object', required: ['api_key'], properties: { api_key: secret('API Key'), site: { type: 'string' } } };

  it('is one method, named after its one secret', () => {
    expect(methodsOfSpec(flat, null, 'Harbour')).toEqual([
      {
        key: 'key',
        kind: 'key',
        label: 'API Key',
        description: null,
        schema: { type: 'object', properties: { replication_config: flat }, required: ['replication_config'] },
      },
    ]);
    const two = { ...flat, properties: { ...flat.properties, other: secret() } };
    expect(methodsOfSpec(two, null, 'Harbour')).toMatchObject([{ label: 'Connection details' }]);
  });

  it('and a consent, where there is one', () => {
    const fills = { oauth_config_specification: { complete_oauth_output_specification: { properties: { api_key: at('api_key') } } } };
    const [oauth, key] = methodsOfSpec(flat, fills, 'Harbour');
    expect([oauth?.kind, key?.kind]).toEqual(['oauth', 'key']);
    expect(configOf(oauth)).toMatchObject({ required: [], properties: { api_key: { airbyte_hidden: true } } });
    expect(configOf(key)).toEqual(flat);
  });

  it('beside a choice that the consent is no part of, the consent comes first', () => {
    const fills = { oauth_config_specification: { complete_oauth_output_specification: { properties: { key: at('region') } } } };
    expect(methodsOfSpec(spec, fills, 'Harbour').map(({ key }) => key)).toEqual(['oauth', 'token', 'oauth-2']);
  });
});

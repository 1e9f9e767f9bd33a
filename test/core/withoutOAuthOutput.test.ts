import { describe, expect, it } from 'vitest';
import { oauthBranchOf, withoutOAuthOutput } from '../../src/core/withoutOAuthOutput.js';

const token = { type: 'string', airbyte_secret: true, default: 'none' };

const byConsent = {
  title: 'Sign in',
  required: ['auth', 'access_token', 'client_id'],
  properties: { auth: { const: 'oauth' }, access_token: token, client_id: { type: 'string' }, region: { type: 'string' } },
};
const byKey = { title: 'Key', required: ['auth', 'access_token'], properties: { auth: { enum: ['key'] }, access_token: token } };
const schema = {
  type: 'object',
  required: ['credentials', 'access_token'],
  properties: { credentials: { type: 'object', oneOf: [byKey, byConsent] }, access_token: token },
};

const at = (...path: string[]) => ({ type: 'string', path_in_connector_config: path });
const advancedAuth = {
  auth_flow_type: 'oauth2.0',
  predicate_key: ['credentials', 'auth'],
  predicate_value: 'oauth',
  oauth_config_specification: {
    complete_oauth_output_specification: { properties: { token: at('credentials', 'access_token') } },
    complete_oauth_server_output_specification: { properties: { client_id: at('credentials', 'client_id') } },
  },
};

const hidden = {
  ...byConsent,
  required: ['auth'],
  properties: {
    ...byConsent.properties,
    access_token: { type: 'string', airbyte_secret: true, airbyte_hidden: true },
    client_id: { type: 'string', airbyte_hidden: true },
  },
};
const expected = { ...schema, properties: { ...schema.properties, credentials: { type: 'object', oneOf: [byKey, hidden] } } };

describe('withoutOAuthOutput', () => {
  it('hides what a consent fills, in the alternative that is the consent and nowhere else', () => {
    expect(withoutOAuthOutput(schema, advancedAuth)).toEqual(expected);
  });

  describe('of what the consent fills beside the choice', () => {
    const around = { ...schema, required: ['credentials', 'realm'], properties: { credentials: schema.properties.credentials, realm: { type: 'string' } } };
    const filling = (path: string[]) => ({
      ...advancedAuth,
      oauth_config_specification: { complete_oauth_output_specification: { properties: { realm: at(...path) } } },
    });

    it('asks without requiring it, since another sign-in may need it', () => {
      expect(withoutOAuthOutput(around, filling(['realm']))).toEqual({ ...around, required: ['credentials'] });
    });

    it('asks nothing where the consent is the only sign-in', () => {
      const lone = { ...around, properties: { ...around.properties, credentials: { oneOf: [{ ...byKey, airbyte_hidden: true }, byConsent] } } };
      expect(withoutOAuthOutput(lone, filling(['realm']))).toEqual({
        ...lone,
        required: ['credentials'],
        properties: { ...lone.properties, realm: { type: 'string', airbyte_hidden: true } },
      });
    });

    it('leaves alone what always shows, and a place that is not there', () => {
      const shown = { ...around, properties: { ...around.properties, realm: { type: 'string', always_show: true } } };
      expect(withoutOAuthOutput(shown, filling(['realm']))).toEqual(shown);
      expect(withoutOAuthOutput(around, filling(['none', 'here']))).toEqual(around);
    });
  });

  it('reads camel case, and the specification around it', () => {
    const camel = {
      predicateKey: ['credentials', 'auth'],
      predicateValue: 'oauth',
      oauthConfigSpecification: {
        completeOAuthOutputSpecification: { properties: { token: { pathInConnectorConfig: ['credentials', 'access_token'] } } },
        completeOAuthServerOutputSpecification: { properties: { id: { pathInConnectorConfig: ['credentials', 'client_id'] } } },
      },
    };
    expect(withoutOAuthOutput(schema, camel)).toEqual(expected);
    expect(withoutOAuthOutput(schema, { connectionSpecification: schema, advancedAuth: camel })).toEqual(expected);
  });

  it('reads the older description, whose alternative is a number', () => {
    const older = {
      authSpecification: {
        auth_type: 'oauth2.0',
        oauth2Specification: { rootObject: ['credentials', 1], oauthFlowInitParameters: [['client_id']], oauthFlowOutputParameters: [['access_token']] },
      },
    };
    expect(withoutOAuthOutput(schema, older)).toEqual(expected);
    expect(oauthBranchOf(schema, older)).toEqual({ path: ['credentials'], index: 1 });
  });

  it('without a choice it hides in the whole schema', () => {
    const { predicate_key: _key, ...whole } = advancedAuth;
    const flat = { ...schema, properties: { credentials: byConsent } };
    expect(withoutOAuthOutput(flat, whole)).toEqual({ ...flat, properties: { credentials: hidden } });
    expect(oauthBranchOf(flat, whole)).toBeNull();
  });

  it('asks for what is always shown, and for an input that the application would fill', () => {
    const shown = { ...schema, properties: { credentials: { ...byConsent, properties: { ...byConsent.properties, access_token: { always_show: true } } } } };
    const inputs = { properties: { client_id: at('credentials', 'client_id') } };
    const { predicate_key: _key, oauth_config_specification, ...rest } = advancedAuth;
    const asking = { ...rest, oauth_config_specification: { ...oauth_config_specification, oauth_user_input_from_connector_config_specification: inputs } };
    expect(withoutOAuthOutput(shown, asking)).toEqual(shown);
  });

  it.each([
    null,
    undefined,
    'oauth',
    [],
    {},
    { advanced_auth: 5 },
    { predicate_key: 7, oauth_config_specification: { complete_oauth_output_specification: [] } },
  ])('leaves a schema alone for %j', (odd) => {
    expect(withoutOAuthOutput(schema, odd)).toEqual(schema);
    expect(oauthBranchOf(schema, odd)).toBeNull();
  });

  it.each([{}, { properties: 3 }, { oneOf: 'x' }, { properties: { credentials: { oneOf: [true, {}] } } }])('survives the schema %j', (odd) => {
    expect(withoutOAuthOutput(odd, advancedAuth)).toEqual(odd);
  });

  it('treats names of the prototype as names', () => {
    const odd = { properties: JSON.parse('{"__proto__":{"type":"string"}}'), required: ['__proto__'] };
    const fills = { oauth_config_specification: { complete_oauth_output_specification: { properties: { a: at('__proto__'), b: at('constructor') } } } };
    const done = withoutOAuthOutput(odd, fills);
    expect(JSON.stringify(done)).toBe('{"properties":{"__proto__":{"type":"string","airbyte_hidden":true}},"required":[]}');
  });
});

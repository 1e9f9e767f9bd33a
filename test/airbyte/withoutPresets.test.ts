import { describe, expect, it } from 'vitest';
import { presetTree } from '../../src/airbyte/presetTree.js';
import { definitionWithout, valuesWithout } from '../../src/airbyte/withoutPresets.js';
import type { JsonSchema } from '../../src/core/index.js';

const branch = (option: string, ...names: string[]) => ({
  title: option,
  type: 'object',
  required: ['auth', ...names],
  properties: { auth: { type: 'string', const: option }, ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])) },
});
/** A specification as Airbyte writes them: the choice of signing in is an object of alternatives. */
const SPEC = {
  type: 'object',
  required: ['credentials', 'region'],
  properties: {
    region: { type: 'string' },
    credentials: { type: 'object', oneOf: [branch('oauth', 'client_id', 'client_secret', 'refresh_token'), branch('token', 'api_token')] },
  },
};

function formOf(presets: Record<string, unknown>, spec: JsonSchema = SPEC): JsonSchema {
  const schema = { type: 'object', properties: { replication_config: spec }, required: ['replication_config'] };
  const definition = { id: 'x', slug: null, name: 'Acme', category: null, iconUrl: null };
  const method = { key: 'spec', kind: 'key', label: 'Acme', description: null, schema } as const;
  const [left] = definitionWithout(presetTree(presets), { ...definition, methods: [method] }).methods;
  if (left === undefined) throw new Error('The method is gone.');
  return left.schema;
}

const namesIn = (schema: unknown) =>
  [...JSON.stringify(schema).matchAll(/"(region|client_id|client_secret|refresh_token|api_token)":/g)].map(([, name]) => name);

describe('presets inside a choice', () => {
  it('are not asked in the alternative that has them; the others stay', () => {
    const form = formOf({ credentials: { client_id: 'id', client_secret: 'secret' } });
    expect(namesIn(form)).toEqual(['region', 'refresh_token', 'api_token']);
    expect(form).toHaveProperty('properties.replication_config.properties.credentials.oneOf.0.required', ['auth', 'refresh_token']);
    expect(JSON.stringify(form)).not.toContain('client_');
  });

  it('leave the one alternative that is preset, with what tells it apart', () => {
    const form = formOf({ credentials: { auth: 'token' } });
    expect(namesIn(form)).toEqual(['region', 'api_token']);
    expect(form).toHaveProperty('properties.replication_config.properties.credentials.oneOf.0.properties.auth.const', 'token');
  });

  it('leave all alternatives when the preset names none of them', () => {
    expect(namesIn(formOf({ credentials: { auth: 'another' } }))).toEqual(['region', 'client_id', 'client_secret', 'refresh_token', 'api_token']);
  });

  it('take the whole choice away when they answer it', () => {
    const form = formOf({ credentials: { auth: 'token', api_token: 'secret' } });
    expect(namesIn(form)).toEqual(['region']);
    expect(form).toHaveProperty('properties.replication_config.required', ['region']);
  });

  it('take the form away when they answer it all', () => {
    expect(formOf({ region: 'eu', credentials: { auth: 'token', api_token: 'secret' } })).toEqual({ type: 'object', properties: {}, required: [] });
  });

  it('change nothing when they are blank', () => {
    expect(formOf({ region: '', credentials: { client_id: null } })).toEqual(formOf({}));
  });
});

describe('values of what is preset', () => {
  const presets = presetTree({ region: 'eu', credentials: { auth: 'oauth', client_id: 'id' } });

  it('are not sent, at any depth', () => {
    expect(
      valuesWithout(presets, { replication_config: { region: 'us', since: '1', credentials: { auth: 'oauth', client_id: 'mine', refresh_token: 'r' } } }),
    ).toEqual({
      replication_config: { since: '1', credentials: { refresh_token: 'r' } },
    });
  });

  it('are not sent from the place `credentials` of a catalogue’s form either', () => {
    expect(valuesWithout(presets, { credentials: { client_id: 'mine', api_key: 'k' }, environment: { region: 'us' } })).toEqual({
      credentials: { api_key: 'k' },
      environment: {},
    });
  });
});

it('a preset value is in nothing that could be printed', () => {
  const tree = presetTree({ credentials: { client_secret: 'hush' } });
  expect(JSON.stringify([...tree])).not.toContain('hush');
});

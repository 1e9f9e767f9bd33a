import { describe, expect, it } from 'vitest';
import { compileForm } from '../../src/form/index.js';
import { keyFileValues } from '../../src/form/paste/index.js';

const serviceAccount = JSON.stringify({ type: 'service_account', project_id: 'p-1', private_key: 'key\n', client_email: 'robot@p-1.example' }, null, 2);
const fieldsOf = (properties: Record<string, unknown>) => compileForm({ type: 'object', properties }).fields;

describe('keyFileValues', () => {
  it.each([
    ['its key', 'credentials_json', {}],
    ['its key in capitals', 'ServiceAccountKey', {}],
    ['its words', 'key', { description: 'The JSON of the service account.' }],
  ])('gives the whole file to the field that asks for it by %s, and the rest by name', (_, key, more) => {
    const fields = fieldsOf({
      [key]: { type: 'string', airbyte_secret: true, multiline: true, ...more },
      projectId: { type: 'string' },
      dataset: { type: 'string' },
    });
    const values = keyFileValues(`\n${serviceAccount}\n`, fields);
    expect(Object.fromEntries((values ?? []).map(({ path, value }) => [path.join('.'), value]))).toEqual({ [key]: serviceAccount, projectId: 'p-1' });
  });

  it('fills fields by name, at every level, each as its kind wants it', () => {
    const fields = fieldsOf({
      credentials: { type: 'object', properties: { client_id: { type: 'string' }, 'client-secret': { type: 'string', airbyte_secret: true } } },
      port: { type: 'integer' },
      ssl: { type: 'boolean' },
      region: { enum: ['eu', 'us'] },
      zone: { enum: ['a'] },
      number: { type: 'string' },
    });
    const file = { clientId: 'a', clientSecret: 'b', port: '80', ssl: 'yes', region: 'eu', zone: 'x', number: 7, more: {} };
    expect(keyFileValues(JSON.stringify(file), fields)?.map(({ draftPath, value }) => [draftPath, value])).toEqual(
      expect.arrayContaining([
        [['credentials', 'client_id'], 'a'],
        [['credentials', 'client-secret'], 'b'],
        [['port'], 80],
        [['region'], 'eu'],
        [['number'], '7'],
      ]),
    );
    expect(keyFileValues(JSON.stringify(file), fields)).toHaveLength(5);
  });

  it('looks into the wrapper of an OAuth client', () => {
    const fields = fieldsOf({ client_id: { type: 'string' } });
    expect(keyFileValues('{"web":{"client_id":"a"}}', fields)?.map(({ value }) => value)).toEqual(['a']);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '-----BEGIN PRIVATE KEY-----'],
    ['a list', '[1]'],
    ['null', 'null'],
    ['an object that fits nothing', '{"a":1}'],
    ['hostile names', '{"__proto__":{"key":"x"},"constructor":"y"}'],
    ['far too much', `{"key":"${'x'.repeat(200_000)}"}`],
  ])('is null for %s', (_, text) => {
    expect(keyFileValues(text, fieldsOf({ key: { type: 'string', airbyte_secret: true } }))).toBeNull();
  });

  it('does not give an ordinary JSON file to a field that wants a key file', () => {
    expect(keyFileValues('{"a":1,"b":2}', fieldsOf({ credentials_json: { type: 'string', airbyte_secret: true } }))).toBeNull();
  });
});

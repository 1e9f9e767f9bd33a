import { describe, expect, it } from 'vitest';
import { compileForm, type FormField } from '../../src/form/index.js';
import { hintOf } from '../../src/form/paste/index.js';

const { fields } = compileForm({
  type: 'object',
  properties: {
    api_key: { type: 'string', airbyte_secret: true },
    publishable_key: { type: 'string', airbyte_secret: true },
    client_id: { type: 'string' },
    client_secret: { type: 'string', airbyte_secret: true },
    access_token: { type: 'string', airbyte_secret: true },
    password: { type: 'string', airbyte_secret: true },
    webhook_url_key: { type: 'string', airbyte_secret: true },
    account: { type: 'object', title: 'Account', properties: { number: { type: 'string', title: 'Account number', pattern: '^acct-[0-9]{6}$' } } },
    site: { type: 'string', pattern: '^site-[0-9]{6}$' },
    anything: { type: 'string', pattern: '^.+$' },
  },
});

function field(key: string): FormField {
  const found = fields.find(({ path }) => path[0] === key);
  if (found === undefined) throw new Error(`${key} is no field`);
  return found;
}
const codeOf = (value: unknown, key: string) => hintOf(value, field(key), fields)?.code ?? null;

describe('hintOf', () => {
  it('says whose publishable key it is', () => {
    expect(hintOf('pk_live_51Habc', field('api_key'), fields)).toEqual({ code: 'publishable_key', params: { service: 'Stripe', mark: 'pk_' }, path: null });
  });

  it('names the field whose form the value has', () => {
    expect(hintOf('acct-123456', field('api_key'), fields)).toEqual({ code: 'other_field', params: { label: 'Account number' }, path: ['account', 'number'] });
  });

  it.each([
    ['pk_test_51Habc', 'publishable_key', null],
    ['pk_0123456789abcdef', 'api_key', null],
    ['phc_abc', 'api_key', 'publishable_key'],
    ['1-a.apps.googleusercontent.com', 'client_secret', 'client_id'],
    ['1-a.apps.googleusercontent.com', 'client_id', null],
    ['shpss_abc', 'access_token', 'client_secret'],
    ['shpss_abc', 'client_id', 'client_secret'],
    ['shpss_abc', 'client_secret', null],
    [`AC${'0'.repeat(32)}`, 'access_token', 'identifier'],
    ['https://acme.example.com', 'api_key', 'url'],
    ['https://acme.example.com', 'webhook_url_key', null],
    ['https://acme.example.com', 'client_id', null],
    ['me@acme.example', 'api_key', 'email'],
    ['me@acme.example', 'password', null],
    ['site-123456', 'site', null],
    ['acct-123456', 'site', 'other_field'],
    ['acct-123456', 'client_id', null],
    ['sk_live_51Habc', 'api_key', null],
    ['', 'api_key', null],
    [undefined, 'api_key', null],
    [12, 'api_key', null],
  ])('%j in %s: %s', (value, key, code) => {
    expect(codeOf(value, key)).toBe(code);
  });
});

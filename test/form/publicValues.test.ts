import { describe, expect, it } from 'vitest';
import { publicValues } from '../../src/form/publicValues.js';

const text = { type: 'string' };
const secret = { type: 'string', airbyte_secret: true };
const place = (properties: object, rest: object = {}) => ({ type: 'object', properties, ...rest });
const config = (schema: object) => place({ replication_config: schema, credentials: place({ token: secret }) });
const kept = (schema: object, value: Record<string, unknown>) => publicValues(config(schema), { replication_config: value }).replication_config;

describe('values that may be noted over a redirect', () => {
  it('are those of fields known not to be secret', () => {
    const schema = place({ credentials: place({ token: secret, account: text }), environment: place({ subdomain: text }) });
    const values = { credentials: { token: 'T', account: 'acme', unknown: 'U' }, environment: { subdomain: 'acme' }, replication_config: { start: 'x' } };
    expect(publicValues(schema, values)).toEqual({ credentials: { account: 'acme' }, environment: { subdomain: 'acme' } });
  });

  it('are none where the schema marks nothing', () => {
    expect(publicValues(place({ environment: place({ subdomain: text }) }), { environment: { subdomain: 'acme' } })).toEqual({});
  });

  it('leave out a secret with all that is below it, and lists of secrets', () => {
    const schema = place({
      keys: { type: 'array', items: secret },
      nested: { ...place({ a: text }), airbyte_secret: true },
      days: { type: 'array', items: text },
    });
    expect(kept(schema, { keys: ['T'], nested: { a: 'T' }, days: ['mon'] })).toEqual({ days: ['mon'] });
  });

  it('hold lists of objects, without the secrets in them', () => {
    const schema = place({ streams: { type: 'array', items: place({ name: text, token: secret }) } });
    expect(kept(schema, { streams: [{ name: 'a', token: 'T' }, { name: 'b' }] })).toEqual({ streams: [{ name: 'a' }, { name: 'b' }] });
  });

  it('hold the alternative of a choice, without the secrets in it', () => {
    const byToken = place({ way: { const: 'token' }, token: secret, site: text });
    const schema = place({ auth: { oneOf: [place({ way: { const: 'plain' }, user: text }), byToken] } });
    expect(kept(schema, { auth: { way: 'token', token: 'T', site: 'acme' } })).toEqual({ auth: { way: 'token', site: 'acme' } });
  });

  it('take what is secret in one alternative for secret in all', () => {
    const schema = place({ auth: { oneOf: [place({ id: text, deep: place({ key: text }) }), place({ id: secret, key: secret })] } });
    expect(kept(schema, { auth: { id: 'T', deep: { key: 'T' } } })).toEqual({ auth: { deep: {} } });
    const scalars = place({ auth: { oneOf: [secret, text] } });
    expect(kept(scalars, { auth: 'T' })).toEqual({});
  });

  it('hold the alternative at the root, beside fields', () => {
    const schema = { ...place({ site: text }), oneOf: [place({ way: { const: 'a' }, user: text }), place({ way: { const: 'b' }, token: secret })] };
    expect(kept(schema, { site: 'acme', way: 'a', user: 'ada' })).toEqual({ site: 'acme', way: 'a', user: 'ada' });
    expect(kept(schema, { site: 'acme', way: 'b', token: 'T' })).toEqual({ site: 'acme', way: 'b' });
  });

  it('hold no JSON that a person wrote', () => {
    expect(kept(place({ free: { type: 'object' } }), { free: { token: 'T' } })).toEqual({});
  });

  it('hold no saved secret: a mask is none of theirs', () => {
    expect(publicValues(config({}), { credentials: { token: '**********' } })).toEqual({ credentials: {} });
  });
});

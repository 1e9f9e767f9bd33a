import { describe, expect, it } from 'vitest';
import { publicValues } from '../../src/oauth/publicValues.js';

const text = { type: 'string' };
const secret = { type: 'string', airbyte_secret: true };
const place = (properties: object) => ({ type: 'object', properties });

describe('values that may be noted over a redirect', () => {
  it('are those of fields known not to be secret', () => {
    const schema = place({ credentials: place({ token: secret, account: text }), environment: place({ subdomain: text }) });
    const values = { credentials: { token: 'T', account: 'acme', unknown: 'U' }, environment: { subdomain: 'acme' }, replication_config: { start: 'x' } };
    expect(publicValues(schema, values)).toEqual({ credentials: { account: 'acme' }, environment: { subdomain: 'acme' } });
  });

  it('are none where the schema marks nothing', () => {
    expect(publicValues(place({ environment: place({ subdomain: text }) }), { environment: { subdomain: 'acme' } })).toEqual({});
  });

  it('leave out lists and what is below a secret', () => {
    const schema = place({ credentials: place({ keys: { type: 'array', items: secret }, nested: { ...place({ a: text }), airbyte_secret: true } }) });
    expect(publicValues(schema, { credentials: { keys: ['T'], nested: { a: 'T' } } })).toEqual({ credentials: {} });
  });

  it('leave out an object whose branches are not known', () => {
    const schema = place({ credentials: { oneOf: [place({ token: secret })] } });
    expect(publicValues(schema, { credentials: { token: 'T' } })).toEqual({ credentials: {} });
  });
});

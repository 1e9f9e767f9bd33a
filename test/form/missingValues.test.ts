import { describe, expect, it } from 'vitest';
import { compileForm, errorKey, missingValues } from '../../src/form/index.js';

const key = { type: 'string' };
const form = compileForm({
  type: 'object',
  required: ['credentials', 'method', 'streams', 'flags'],
  properties: {
    credentials: { type: 'object', required: ['key'], properties: { key, note: { type: 'string' } } },
    proxy: { type: 'object', required: ['host'], properties: { host: { type: 'string' }, port: { type: 'integer' } } },
    method: {
      oneOf: [
        { title: 'Key', required: ['type', 'key'], properties: { type: { const: 'key' }, key } },
        { title: 'None', required: ['type'], properties: { type: { const: 'none' } } },
      ],
    },
    streams: { type: 'array', items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } },
    flags: { type: 'object', properties: { a: { type: 'boolean' } } },
  },
});
const rest = { method: { type: 'none' }, streams: [], flags: {} };

describe('missing values', () => {
  it.each([
    ['nothing typed', {}, ['credentials.key', 'method', 'streams', 'flags']],
    ['an empty required object', { ...rest, credentials: {} }, ['credentials.key']],
    ['an optional object without its key', { ...rest, credentials: { key: 'k' }, proxy: { port: 1 } }, ['proxy.host']],
    ['an optional object left out', { ...rest, credentials: { key: 'k' } }, []],
    ['a branch without its key', { ...rest, credentials: { key: 'k' }, method: { type: 'key' } }, ['method.key']],
    ['an item without its name', { ...rest, credentials: { key: 'k' }, streams: [{ name: 'a' }, {}] }, ['streams.1.name']],
  ])('are those that the validator names: %s', (_, values, keys) => {
    const missing = missingValues(form.fields, values);
    expect(missing.map(({ path }) => errorKey(path)).toSorted()).toEqual(keys.toSorted());
    expect(missing).toEqual(form.validate(values).errors);
  });

  it('are no judgement of what is there', () => {
    expect(missingValues(form.fields, { ...rest, credentials: { key: 1 } })).toEqual([]);
    expect(missingValues(form.fields, { credentials: 1, method: 2, streams: 3, flags: 4 })).toEqual([
      { path: ['credentials', 'key'], code: 'required', params: {} },
    ]);
  });
});

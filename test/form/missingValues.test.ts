import { describe, expect, it } from 'vitest';
import { compileForm, missingValues } from '../../src/form/index.js';

const schema = {
  type: 'object',
  required: ['credentials'],
  properties: {
    credentials: { type: 'object', required: ['key'], properties: { key: { type: 'string' }, note: { type: 'string' } } },
    proxy: { type: 'object', required: ['host'], properties: { host: { type: 'string' }, port: { type: 'integer' } } },
  },
};
const form = compileForm(schema);

describe('missing values', () => {
  it.each([
    ['nothing typed', {}],
    ['an empty required object', { credentials: {} }],
    ['an optional object without its key', { credentials: { key: 'k' }, proxy: { port: 1 } }],
    ['an optional object left out', { credentials: { key: 'k' } }],
  ])('are those that the validator names: %s', (_, values) => {
    expect(missingValues(form.fields, values)).toEqual(form.validate(values).errors);
  });

  it('are no judgement of what is there', () => {
    expect(missingValues(form.fields, { credentials: { key: 1 } })).toEqual([]);
  });
});

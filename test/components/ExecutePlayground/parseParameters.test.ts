import { describe, expect, it } from 'vitest';
import { parseParameters, unknownParameters, valuesFromParameters } from '../../../src/components/ExecutePlayground/parseParameters.js';
import { compileForm } from '../../../src/form/index.js';

const form = compileForm({ type: 'object', properties: { limit: { type: 'integer' }, filter: { type: 'object' } } });

describe('parameters as raw JSON', () => {
  it('reads an object, and nothing typed as no parameters', () => {
    expect(parseParameters('{"limit":5}')).toEqual({ ok: true, params: { limit: 5 } });
    expect(parseParameters('  ')).toEqual({ ok: true, params: {} });
  });

  it('says why text is not JSON, and refuses what is no object', () => {
    expect(parseParameters('{limit')).toMatchObject({ ok: false, reason: 'not_json', message: expect.stringMatching(/\S/) });
    for (const text of ['[1]', '"a"', 'null', '3']) expect(parseParameters(text)).toEqual({ ok: false, reason: 'not_object' });
  });

  it('comes back unchanged from a form', () => {
    const params = { limit: 5, filter: { eq: ['a', 1] } };
    expect(form.toSubmit(valuesFromParameters(form, params))).toEqual(params);
    expect(form.toSubmit(valuesFromParameters(form, { filter: '5' }))).toEqual({ filter: '5' });
  });

  it('finds the parameters that the form does not know', () => {
    expect(unknownParameters(form, { limit: 5, expand: ['owner'] })).toEqual({ expand: ['owner'] });
  });
});

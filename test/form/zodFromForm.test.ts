import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as classic from 'zod';
import * as mini from 'zod/mini';
import { compileForm, type FormValues } from '../../src/form/index.js';
import { zodFromForm } from '../../src/form/zodFromForm.js';

const shared = process.env.ACK_SHARED;
const form = compileForm({
  type: 'object',
  required: ['key', 'how'],
  properties: {
    key: { type: 'string', pattern: '^k' },
    size: { type: 'integer', minimum: 1 },
    how: {
      oneOf: [{ required: ['type', 'token'], properties: { type: { const: 'a' }, token: { type: 'string' } } }, { properties: { type: { const: 'b' } } }],
    },
  },
});
const VALUES = [{ key: 'k', how: { type: 'b' } }, { key: 'x', size: 0, how: { type: 'a' } }, {}, { key: 'k', how: 3 }, null, undefined, 'text', []];

let compiled: [string, typeof form][] | null = null;

/** The forms of the corpus, compiled once for both zods. */
function corpusForms(): [string, typeof form][] {
  compiled ??= Object.entries(JSON.parse(readFileSync(`${shared}/corpus/source-specs.json`, 'utf8'))).map(([name, schema]) => [name, compileForm(schema)]);
  return compiled;
}

describe.each([
  ['zod', (one: typeof form) => zodFromForm(one, classic)],
  ['zod/mini', (one: typeof form) => zodFromForm(one, mini)],
])('a form as a schema of %s', (_, schemaOf) => {
  it.each(VALUES)('judges as the form does, at the same places: %j', (value) => {
    const { valid, errors } = form.validate(value);
    const { success, error } = schemaOf(form).safeParse(value);
    expect(success).toBe(valid);
    expect(error?.issues.map((issue) => ({ path: issue.path, message: issue.message, params: 'params' in issue ? issue.params : null })) ?? []).toEqual(
      errors.map(({ path, code, params }) => ({ path, message: code, params: { ...params, code } })),
    );
  });

  it('gives back the value as it is', () => {
    const value = JSON.parse('{"key":"k","how":{"type":"b"},"__proto__":{"more":1}}');
    expect(schemaOf(form).parse(value)).toBe(value);
  });

  it.skipIf(shared === undefined)('judges as the form does on real schemas (needs ACK_SHARED)', () => {
    const instances = JSON.parse(readFileSync(`${shared}/corpus/instances.json`, 'utf8'));
    let judged = 0;
    for (const [name, one] of corpusForms()) {
      const zod = schemaOf(one);
      for (const { value, valid } of instances[name]?.cases ?? []) {
        if (zod.safeParse(value).success !== valid) expect.fail(`A verdict differs: case ${judged}.`);
        judged += 1;
      }
    }
    expect(judged).toBeGreaterThan(2_000);
  });
});

it('has the type of what is sent, in both zods, and composes', () => {
  const schema = zodFromForm(form, classic);
  expectTypeOf<classic.infer<typeof schema>>().toEqualTypeOf<FormValues>();
  const small = zodFromForm(form, mini);
  expectTypeOf<mini.infer<typeof small>>().toEqualTypeOf<FormValues>();
  const outer = classic.object({ config: schema }).safeParse({ config: { key: 'x', how: { type: 'b' } } });
  expect(outer.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['config.key', 'pattern']]);
});

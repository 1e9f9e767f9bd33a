import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileForm } from '../../src/form/index.js';

const KEYS = ['a', 'b', 'constructor', '__proto__'];
const scalar = fc.constantFrom<unknown>('', 'a', 'ab', 'aab', '12', 0, 1, 1.5, -3, true, false, null);
const pattern = fc.constantFrom('^a+$', '^(a|ab)*$', '(a+)+b', '^\\d{2}$', '^(?!a)', 'b$', '^(?:a?b?)+$', '[a-c]{2,}');

const { schema } = fc.letrec<{ schema: Record<string, unknown>; object: Record<string, unknown> }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constant('string'), pattern, minLength: fc.nat(3), maxLength: fc.integer({ min: 1, max: 4 }) }, { requiredKeys: ['type'] }),
    fc.record(
      {
        type: fc.constantFrom('integer', 'number'),
        minimum: fc.integer({ min: -2, max: 2 }),
        exclusiveMaximum: fc.integer({ min: 1, max: 3 }),
        multipleOf: fc.constantFrom(2, 0.5),
      },
      { requiredKeys: ['type'] },
    ),
    fc.record({ type: fc.constantFrom<unknown>('boolean', 'null', ['string', 'null'], ['integer', 'boolean']) }),
    fc.record({ enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }) }),
    fc.record({ const: scalar }),
    fc.record(
      { type: fc.constant('array'), items: tie('schema'), minItems: fc.nat(2), maxItems: fc.integer({ min: 1, max: 3 }), uniqueItems: fc.boolean() },
      { requiredKeys: ['type'] },
    ),
    fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie('schema') }),
    tie('object'),
  ),
  object: fc
    .record(
      {
        properties: fc.dictionary(fc.constantFrom(...KEYS.slice(0, 3)), tie('schema'), { maxKeys: 3, noNullPrototype: true }),
        required: fc.uniqueArray(fc.constantFrom(...KEYS.slice(0, 3)), { minLength: 1, maxLength: 2 }),
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
        oneOf: fc.array(tie('object'), { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: ['properties'] },
    )
    .map((keywords) => ({ type: 'object', ...keywords })),
}));

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

describe('verdicts on generated schemas', () => {
  it('are those of the reference validator, and a no always has an error', () => {
    const counts = { valid: 0, invalid: 0, named: 0 };
    fc.assert(
      fc.property(schema, fc.array(value, { minLength: 4, maxLength: 4 }), (inner, values) => {
        const root = { type: 'object', properties: { a: inner, b: inner }, required: ['a'] };
        const reference = new Ajv({ strict: false, ownProperties: true, logger: false }).compile(root);
        const form = compileForm(root);
        for (const one of values) {
          const sent = { a: one };
          const { valid, errors } = form.validate(sent);
          expect(valid).toBe(reference(sent));
          expect(errors.length > 0).toBe(!valid);
          counts[valid ? 'valid' : 'invalid'] += 1;
          counts.named += Number(errors.some(({ code }) => code !== 'invalid'));
        }
      }),
      { numRuns: 120 },
    );
    console.info(`generated verdicts: ${counts.valid} yes, ${counts.invalid} no, of which ${counts.named} with a code`);
    expect(Math.min(counts.valid, counts.invalid)).toBeGreaterThan(10);
  }, 60_000);
});

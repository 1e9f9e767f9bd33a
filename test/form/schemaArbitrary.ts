import fc from 'fast-check';

type Json = Record<string, unknown>;

/** A schema with a generator of values that are valid for it. */
export interface Sample {
  schema: Json;
  value: fc.Arbitrary<unknown>;
}

const KEYS = ['name', 'key', 'auth_type', 'kind', 'a', 'b', '__proto__', 'constructor', 'toString', '$choice', 'drafts', 'branch', '0', 'length'];
const key = fc.constantFrom(...KEYS);

/** Text as people and machines save it: blank, padded, and text that looks like something else. */
const text = fc.oneof(fc.string(), fc.constantFrom('', ' ', ' padded ', '12', 'true', '{"a":1}', 'null', '**********'));

const annotations = fc.record(
  {
    title: fc.oneof(fc.string(), fc.constant(5)),
    order: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant('3')),
    airbyte_secret: fc.boolean(),
    airbyte_hidden: fc.boolean(),
    always_show: fc.boolean(),
    group: fc.constantFrom('auth', 'advanced'),
    default: fc.oneof(text, fc.integer(), fc.constant(null), fc.constant([]), fc.constant({})),
  },
  { requiredKeys: [] },
);

const leaf: fc.Arbitrary<Sample> = fc.constantFrom<Sample>(
  { schema: { type: 'string' }, value: text },
  { schema: { type: ['string', 'null'] }, value: fc.oneof(text, fc.constant(null)) },
  { schema: { type: 'integer' }, value: fc.integer() },
  { schema: { type: ['number', null] }, value: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { schema: { type: 'boolean' }, value: fc.boolean() },
  { schema: { enum: ['', null, 1, 'x'] }, value: fc.constantFrom('', null, 1, 'x') },
  { schema: { enum: ['only'] }, value: fc.constant('only') },
  { schema: { const: false }, value: fc.constant(false) },
  { schema: { const: { a: 1 } }, value: fc.constant({ a: 1 }) },
  { schema: { type: 'string', format: 'date', pattern: '^[0-9]{4}$' }, value: fc.constantFrom('2020', '1999') },
  { schema: { type: 'object' }, value: fc.dictionary(key, fc.jsonValue({ maxDepth: 1 })) },
  { schema: {}, value: fc.jsonValue({ maxDepth: 2 }) },
  { schema: { type: 'array' }, value: fc.array(fc.jsonValue({ maxDepth: 1 })) },
  { schema: { type: 'array', items: { enum: ['a', ''] } }, value: fc.array(fc.constantFrom('a', '')) },
);

/** No constant of a generated schema. */
const FOREIGN = 'of another version';

type Entry = [name: string, value: unknown, isUnknown: boolean] | null;

const unknownEntry: fc.Arbitrary<Entry> = fc.option(fc.tuple(fc.constantFrom('extra', 'hasOwnProperty'), fc.jsonValue({ maxDepth: 1 }), fc.constant(true)));

/** An object schema, and values of it with keys that it does not know. */
export const objectSample: fc.Arbitrary<Sample> = objectOf(
  fc.letrec<{ node: Sample; object: Sample }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      annotated(leaf),
      tie('object'),
      listOf(tie('node')),
      choiceOf(tie('object'), fc.constant(false)),
      mixedChoiceOf(tie('node')),
    ),
    object: objectOf(tie('node')),
  })).node,
);

/** The same without choices that nothing tells apart, and with values whose constants may be those of another version of the schema. */
export const foreignSample: fc.Arbitrary<Sample> = objectOf(
  fc.letrec<{ node: Sample; object: Sample }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      annotated(leaf.map((sample) => ({ ...sample, value: withForeign(sample) }))),
      tie('object'),
      listOf(tie('node')),
      choiceOf(tie('object'), fc.boolean()),
    ),
    object: objectOf(tie('node')),
  })).node,
);

/** Instead of its constant another one. */
const withForeign = ({ schema, value }: Sample): fc.Arbitrary<unknown> =>
  Object.hasOwn(schema, 'const') || (Array.isArray(schema.enum) && schema.enum.length === 1) ? fc.oneof(value, fc.constant(FOREIGN)) : value;

function annotated(base: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(base, annotations).map(([sample, words]) => ({ ...sample, schema: { ...words, ...sample.schema } }));
}

function objectOf(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.uniqueArray(fc.tuple(key, inner, fc.boolean()), { maxLength: 4, selector: ([name]) => name }).map((properties) => ({
    schema: {
      type: 'object',
      properties: Object.fromEntries(properties.map(([name, { schema }]) => [name, schema])),
      required: properties.filter(([, , required]) => required).map(([name]) => name),
    },
    value: fc.tuple(...properties.map(([name, { value }, required]) => entryOf(name, value, required)), unknownEntry).map((entries) => {
      const known = new Set(properties.map(([name]) => name));
      return Object.fromEntries(entries.flatMap((entry) => (entry === null || (entry[2] && known.has(entry[0])) ? [] : [[entry[0], entry[1]]])));
    }),
  }));
}

function entryOf(name: string, value: fc.Arbitrary<unknown>, required: boolean): fc.Arbitrary<Entry> {
  const entry = value.map((one): Entry => [name, one, false]);
  return required ? entry : fc.option(entry);
}

function listOf(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return inner.map(({ schema, value }) => ({ schema: { type: 'array', items: schema }, value: fc.array(value, { maxLength: 3 }) }));
}

/** Alternatives that a constant tells apart, sometimes not required. */
function choiceOf(inner: fc.Arbitrary<Sample>, isForeign: fc.Arbitrary<boolean>): fc.Arbitrary<Sample> {
  return fc.tuple(fc.array(inner, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.constantFrom('oneOf', 'anyOf')).map(([samples, asEnum, keyword]) => {
    const branches = samples.map(({ schema, value }, index) => ({
      schema: withProperty(schema, 'type', asEnum ? { enum: [index] } : { const: index }),
      value: fc.tuple(value, isForeign).map(([one, foreign]) => ({ ...(one as Json), type: foreign ? FOREIGN : index })),
    }));
    return { schema: { type: 'object', [keyword]: branches.map(({ schema }) => schema) }, value: fc.oneof(...branches.map(({ value }) => value)) };
  });
}

/** Alternatives of any type that nothing tells apart. */
function mixedChoiceOf(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.array(inner, { minLength: 1, maxLength: 3 }).map((samples) => ({
    schema: { oneOf: samples.map(({ schema }) => schema) },
    value: fc.oneof(...samples.map(({ value }) => value)),
  }));
}

const withProperty = (schema: Json, name: string, property: Json): Json => ({ ...schema, properties: { ...(schema.properties as Json), [name]: property } });

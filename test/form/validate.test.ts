import { describe, expect, it } from 'vitest';
import { compileForm, errorKey, type FormField } from '../../src/form/index.js';

/** Errors of a value as `path: code params`. */
function errorsOf(schema: Record<string, unknown>, value: unknown): string[] {
  return compileForm(schema)
    .validate(value)
    .errors.map(({ path, code, params }) => `${errorKey(path)}: ${code}${Object.keys(params).length === 0 ? '' : ` ${JSON.stringify(params)}`}`);
}
const one = (property: Record<string, unknown>, value: unknown) => errorsOf({ type: 'object', properties: { a: property } }, { a: value });
const verdict = (schema: unknown, value: unknown) => compileForm(schema).validate(value).valid;

describe('one wrong value', () => {
  it.each([
    [{ type: 'string' }, 1, 'type {"type":"string"}'],
    [{ type: ['string', 'null'] }, 1, 'type {"type":"string | null"}'],
    [{ type: 'integer' }, 1.5, 'type {"type":"integer"}'],
    [{ type: 'string', pattern: '^a+$' }, 'b', 'pattern {"pattern":"^a+$"}'],
    [{ type: 'string', pattern: '^(a+)+$', pattern_descriptor: 'letters a' }, 'aab', 'pattern {"pattern":"letters a"}'],
    [{ type: 'string', format: 'email' }, 'x', 'format {"format":"email"}'],
    [{ type: 'string', format: 'date' }, '2024-02-30', 'format {"format":"date"}'],
    [{ type: 'string', format: 'url' }, 'no address', 'format {"format":"url"}'],
    [{ type: 'string', minLength: 3 }, 'ab', 'min_length {"minimum":3}'],
    [{ type: 'string', minLength: 1 }, '', 'required'],
    [{ type: 'string', maxLength: 2 }, 'abc', 'max_length {"maximum":2}'],
    [{ type: 'integer', minimum: 1 }, 0, 'minimum {"minimum":1}'],
    [{ type: 'integer', maximum: 1 }, 2, 'maximum {"maximum":1}'],
    [{ type: 'number', exclusiveMinimum: 0 }, 0, 'minimum {"minimum":0,"exclusive":1}'],
    [{ type: 'number', exclusiveMaximum: 1 }, 1, 'maximum {"maximum":1,"exclusive":1}'],
    [{ type: 'number', multipleOf: 0.1 }, 0.25, 'multiple_of {"multipleOf":0.1}'],
    [{ enum: ['a', null] }, 'b', 'enum'],
    [{ type: 'string', const: 'a' }, 'b', 'constant'],
    [{ type: 'array', items: { type: 'string' }, minItems: 1 }, [], 'min_items {"minimum":1}'],
    [{ type: 'array', items: { type: 'string' }, maxItems: 1 }, ['a', 'b'], 'max_items {"maximum":1}'],
    [{ type: 'array', items: { type: 'string' }, uniqueItems: true }, ['a', 'a'], 'unique'],
    [{ type: 'array', items: { type: 'string', pattern: '^a$' } }, ['a', 'b'], 'pattern {"pattern":"^a$"}'],
    [{ type: 'array', items: { type: 'string', enum: ['a', 'c'] } }, ['b'], 'enum'],
    [{ type: 'object' }, '{"a"', 'json'],
    [{ type: 'string', not: { const: 'a' } }, 'a', 'invalid'],
  ])('of %j has its code', (property, value, expected) => {
    expect(one(property, value)).toEqual([`a: ${expected}`]);
  });

  it.each([
    [{ type: 'number', multipleOf: 0.1 }, 0.3],
    [{ type: 'string', minLength: 2 }, '😀😀'],
    [{ type: 'array', uniqueItems: true }, ['a', 'b']],
    [{ enum: ['a', null] }, null],
    [{ type: 'number' }, 1e300],
  ])('is none where %j has %j', (property, value) => {
    expect(one(property, value)).toEqual([]);
  });
});

describe('errors', () => {
  const branch = (type: string, more: Record<string, unknown> = {}) => ({
    required: ['type', ...Object.keys(more)],
    properties: { type: { const: type }, ...more },
  });
  const text = { type: 'string' };

  it('stand in the order of the fields, one at each', () => {
    const schema = { type: 'object', required: ['b', 'z'], properties: { a: { type: 'integer', minimum: 3, multipleOf: 2 }, b: text, c: text } };
    expect(errorsOf(schema, { a: 1, c: 3 })).toEqual(['b: required', 'z: required', 'a: minimum {"minimum":3}', 'c: type {"type":"string"}']);
  });

  it('are those of the branch that was chosen', () => {
    const schema = { type: 'object', required: ['how'], properties: { how: { oneOf: [branch('key', { key: text }), branch('token', { token: text })] } } };
    expect(errorsOf(schema, {})).toEqual(['how: required']);
    expect(errorsOf(schema, { how: { type: 'token' } })).toEqual(['how.token: required']);
    expect(errorsOf(schema, { how: { type: 'key', key: 1 } })).toEqual(['how.key: type {"type":"string"}']);
    expect(errorsOf(schema, { how: 'key' })).toEqual(['how: type {"type":"object"}']);
    expect(errorsOf(schema, { how: { type: 'key', key: 'k' } })).toEqual([]);
  });

  it('of a choice at the root stand at its fields', () => {
    const schema = { type: 'object', required: ['name'], properties: { name: text }, oneOf: [branch('a', { key: text }), branch('b')] };
    expect(errorsOf(schema, { type: 'a' })).toEqual(['name: required', 'key: required']);
  });

  it('of a list carry the number of the item', () => {
    const item = { type: 'object', required: ['name'], properties: { name: text, sort: { oneOf: [branch('x', { by: text }), branch('y')] } } };
    const schema = { type: 'object', properties: { list: { type: 'array', minItems: 4, items: item } } };
    expect(errorsOf(schema, { list: [{ name: 'a' }, {}, { name: 'b', sort: { type: 'x' } }] })).toEqual([
      'list: min_items {"minimum":4}',
      'list.1.name: required',
      'list.2.sort.by: required',
    ]);
  });

  it('name keys that are not known, where those are forbidden', () => {
    const strict = { type: 'object', additionalProperties: false, properties: { a: { type: 'object', additionalProperties: false, properties: { b: text } } } };
    expect(errorsOf(strict, { x: 1, a: { b: 'c', y: 2 } })).toEqual(['a.y: unknown_key {"key":"y"}', 'x: unknown_key {"key":"x"}']);
    expect(errorsOf(strict, JSON.parse('{"__proto__":1}'))).toEqual(['__proto__: unknown_key {"key":"__proto__"}']);
  });

  it('name what lacks least of "either this or that", and what a value depends on', () => {
    const properties = { mail: text, phone: text, code: text };
    const either = [{ required: ['phone', 'code'] }, { required: ['mail'] }];
    for (const keyword of ['anyOf', 'oneOf']) {
      expect(errorsOf({ properties, [keyword]: either }, {})).toEqual(['mail: required']);
      expect(errorsOf({ properties, [keyword]: [...either, {}], required: ['code'] }, {})).toEqual(['code: required']);
      expect(errorsOf({ properties: { in: { properties, [keyword]: either } } }, { in: { phone: '1' } })).toEqual(['in.code: required']);
    }
    const hidden = { ...properties, code: { ...text, airbyte_hidden: true } };
    const likely = [{ required: ['code'] }, { required: ['elsewhere'] }, { required: ['phone'] }, { required: ['mail'] }];
    expect(errorsOf({ properties: hidden, anyOf: likely }, {})).toEqual(['phone: required']);
    const dependent = { properties, dependencies: { phone: ['code'] } };
    expect([errorsOf(dependent, { phone: '1' }), errorsOf(dependent, { mail: 'm' }), compileForm(dependent).warnings]).toEqual([['code: required'], [], []]);
    expect(errorsOf({ properties, oneOf: either }, { phone: '1', code: '2', mail: 'm' })).toEqual([': invalid']);
  });

  it('are not those of a value that fits one of its alternatives', () => {
    const day = {
      anyOf: [
        { type: 'string', format: 'date' },
        { type: 'string', pattern: '^[0-9]+$' },
      ],
    };
    const schema = { required: ['name'], properties: { name: text, day } };
    expect(errorsOf(schema, { day: '20240101' })).toEqual(['name: required']);
    expect(errorsOf(schema, { name: 'n', day: 'x' })).toEqual(['day: format {"format":"date"}']);
  });

  it.each(['#', '#/properties/child'])('are told at a JSON box whose schema refers to %s', (ref) => {
    const node = { type: 'object', required: ['name'], properties: { name: text, child: { $ref: ref } } };
    const schema = ref === '#' ? node : { ...node, properties: { name: text, child: node } };
    const boxes = (fields: readonly FormField[]): readonly FormField[] => fields.flatMap((field) => (field.kind === 'json' ? [field] : boxes(field.fields)));
    const [path = []] = boxes(compileForm(schema).fields).map((box) => box.path);
    const at = (name: unknown) => path.reduceRight<object>((child) => ({ name: 'n', child }), { name });
    expect(errorsOf(schema, at(1))).toEqual([`${path.join('.')}: invalid`]);
    expect(errorsOf(schema, at('x'))).toEqual([]);
  });

  it('are told at a JSON box whose schema refers to another part', () => {
    const node = { type: 'object', required: ['name'], properties: { name: text, child: { $ref: '#/definitions/node' } } };
    const schema = { definitions: { node }, properties: { tree: { $ref: '#/definitions/node' } } };
    expect(errorsOf(schema, { tree: { name: 'n', child: '{' } })).toEqual(['tree.child: invalid']);
    expect(errorsOf(schema, { tree: { name: 'n', child: { name: 'c' } } })).toEqual([]);
  });

  it('without a place stand at the form', () => {
    expect(errorsOf({ type: 'object', minProperties: 2, properties: { a: text } }, { a: 'b' })).toEqual([': invalid']);
    expect(errorsOf({ type: 'object' }, 'text')).toEqual([': type {"type":"object"}']);
  });
});

describe('a schema that is not as it should be', () => {
  it.each([
    ['required: true', { type: 'object', required: true, properties: { a: { type: 'string', required: true } } }, { a: 'b' }],
    ['bounds as texts', { properties: { a: { type: 'integer', minimum: '3', maxLength: 'x', multipleOf: 0 } } }, { a: 1 }],
    ['a type spelled wrong', { properties: { a: { type: 'strnig' } } }, { a: 1 }],
    ['a stray null among types', { properties: { a: { type: ['number', null] } } }, { a: null }],
    ['an empty enum', { properties: { a: { enum: [] } } }, { a: 1 }],
    ['a list of nothing', { properties: { a: { oneOf: [], anyOf: {}, allOf: [7] } } }, { a: 1 }],
    ['properties as a list', { properties: [{ a: 1 }] }, { a: 1 }],
    ['a format that the pattern rules out', { properties: { a: { type: 'string', format: 'date', pattern: '^\\d{8}$' } } }, { a: '20240101' }],
    ['a pattern that is none', { properties: { a: { type: 'string', pattern: '(' } } }, { a: 'x' }],
    ['a reference that leads nowhere', { properties: { a: { $ref: '#/definitions/x' }, b: { $ref: 'https://a.example/b' } } }, { a: 1, b: 2 }],
    ['a reference to itself', { $ref: '#' }, { a: 1 }],
    [
      'a circle of references',
      { definitions: { x: { $ref: '#/definitions/y' }, y: { allOf: [{ $ref: '#/definitions/x' }] } }, properties: { a: { $ref: '#/definitions/x' } } },
      { a: 1 },
    ],
  ])('is judged as far as it can be: %s', (_, schema, value) => {
    expect(verdict({ type: 'object', ...schema }, value)).toBe(true);
  });

  it('is still strict where it is right', () => {
    expect(verdict({ type: 'object', required: [1, 'b'], properties: { a: { type: 'integer', minimum: '3', maximum: 4 } } }, { a: 5, b: 1 })).toBe(false);
    expect(verdict({ type: 'object', required: [1, 'b'] }, { a: 5 })).toBe(false);
    expect(verdict({ type: 'object', properties: { a: { type: ['number', null] } } }, { a: 'x' })).toBe(false);
    expect(verdict({ type: 'object', properties: { a: { type: 'string', format: 'date', pattern: '^\\d{8}$' } } }, { a: '2024-01-01' })).toBe(false);
    expect(verdict({ type: 'object', properties: { a: { type: 'string', format: 'date', pattern: '^2' } } }, { a: '2024-13-01' })).toBe(false);
  });

  it('follows references, also into itself', () => {
    const tree = {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, child: { $ref: '#' }, port: { $ref: '#/$defs/port' } },
      $defs: { port: { type: 'integer' } },
    };
    expect(verdict(tree, { name: 'a', child: { name: 'b', child: { name: 'c' } } })).toBe(true);
    expect(verdict(tree, { name: 'a', child: { name: 'b', child: { name: 3 } } })).toBe(false);
    expect(verdict(tree, { name: 'a', port: 'x' })).toBe(false);
  });

  it('warns of what is left unchecked', () => {
    const { warnings } = compileForm({
      type: 'object',
      properties: { a: { type: 'string', pattern: '(' }, b: { type: 'string', pattern: '^(a+)+$' }, c: { $ref: '#/x' }, d: { type: 'string', pattern: '^a$' } },
    });
    const about = (key: string) => warnings.filter((text) => text.startsWith(`${key}:`));
    expect([about('a'), about('b'), about('c')].map(({ length }) => length > 0)).toEqual([true, true, true]);
    expect(about('d')).toEqual([]);
  });
});

describe('a value that is no JSON', () => {
  it.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a large integer', { a: 1n }],
  ])('is refused: %s', (_, value) => {
    expect(compileForm({ type: 'object' }).validate(value)).toEqual({ valid: false, errors: [{ path: [], code: 'invalid', params: {} }] });
  });

  it('is refused when it holds itself', () => {
    const value: Record<string, unknown> = {};
    value.a = value;
    expect(verdict({ type: 'object' }, value)).toBe(false);
  });

  it('is judged without what JSON leaves out', () => {
    const schema = { type: 'object', additionalProperties: false, properties: { a: { type: 'number' } } };
    expect(verdict(schema, { a: undefined, b: undefined })).toBe(true);
    expect(verdict(schema, { a: Number.NaN })).toBe(false);
  });
});

it('does not match a text of more than 10,000 characters against a pattern, says where, and judges the rest', () => {
  const pattern = (source: string) => ({ type: 'string', pattern: source });
  const properties = { a: pattern('^a$'), b: pattern('^(b+)+$'), c: pattern('^c$'), d: { type: 'string' }, e: { type: 'array', items: pattern('^e$') } };
  const { validate } = compileForm({ type: 'object', properties });
  const long = 'x'.repeat(10_001);
  expect(validate({ a: long, b: long, d: long, e: ['e', long] })).toEqual({ valid: true, errors: [], unchecked: [['a'], ['b'], ['e']] });
  expect(validate({ a: long, c: 'd' })).toEqual({ valid: false, errors: [{ path: ['c'], code: 'pattern', params: { pattern: '^c$' } }], unchecked: [['a']] });
  expect(Object.keys(validate({ a: 'a', d: long }))).toEqual(['valid', 'errors']);
});

it('leaves the schema as it was', () => {
  const schema = { type: 'object', properties: { a: { $ref: '#/definitions/x' } }, definitions: { x: { type: 'string', pattern: '^(a|b)*$' } } };
  const before = JSON.stringify(schema);
  compileForm(schema).validate({ a: 'ab' });
  expect(JSON.stringify(schema)).toBe(before);
  expect(Object.getOwnPropertyNames(schema)).toEqual(['type', 'properties', 'definitions']);
});

describe('conditions', () => {
  it.each([
    ['if', '{ "if": { "properties": { "n": { "const": "x" } }, "required": ["n"] }, "then": { "required": ["c"] } }'],
    ['dependencies', '{ "dependencies": { "n": { "required": ["c"] } } }'],
  ])('count, at no field, and the developer is told: %s', (keyword, condition) => {
    const form = compileForm({ properties: { n: { type: 'string' }, c: { type: 'string' } }, ...JSON.parse(condition) });
    expect(form.validate({ n: 'x' })).toEqual({ valid: false, errors: [{ path: [], code: 'invalid', params: {} }] });
    expect(form.validate({ n: 'x', c: '1' }).valid).toBe(true);
    expect(form.warnings.filter((warning) => warning.includes(`${keyword}: conditions`))).toHaveLength(1);
  });
});

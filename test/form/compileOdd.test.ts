import { describe, expect, it } from 'vitest';
import { compileForm, type FormField, layOutForm, valueAt, withValueAt } from '../../src/form/index.js';

const paths = (fields: readonly FormField[]): string[] => fields.flatMap((field) => [field.path.join('.'), ...paths(field.fields)]);
const nested = (levels: number): object => (levels === 0 ? { type: 'string' } : { type: 'object', properties: { a: nested(levels - 1) } });
const deepest = (fields: readonly FormField[]): FormField | undefined => (fields[0]?.fields.length ? deepest(fields[0].fields) : fields[0]);

describe('a schema that is none', () => {
  it.each([[null], [undefined], [5], ['text'], [[]], [true], [false]])('asks for nothing: %j', (schema) => {
    const form = layOutForm(schema);
    expect([form.fields, form.groups, form.defaults()]).toEqual([[], [], {}]);
    expect(form.warnings).toHaveLength(1);
  });

  it('takes ill-typed keywords for absent', () => {
    const form = layOutForm({
      required: true,
      properties: { a: { type: 'string', order: '3', title: 5, required: true, examples: 7 }, b: { properties: [] }, c: null, d: 'x' },
    });
    expect(form.fields.map(({ label, kind, required }) => [label, kind, required])).toEqual([
      ['A', 'text', false],
      ['B', 'text', false],
    ]);
    expect(form.warnings.map((warning) => warning.slice(0, 2))).toEqual(['c ', 'd ']);
    expect(layOutForm({ properties: [], oneOf: 5, allOf: 'x', groups: {} }).fields).toEqual([]);
  });

  it('asks for what is required but not described, unless it may not be there', () => {
    expect(layOutForm({ required: ['ghost'], properties: {} }).fields).toMatchObject([{ path: ['ghost'], kind: 'text', required: true }]);
    expect(layOutForm({ required: ['ghost'], properties: {}, additionalProperties: false }).fields).toEqual([]);
    expect(layOutForm({ required: ['a'], properties: { a: true, b: true, c: false } }).fields).toMatchObject([{ path: ['a'], required: true }]);
  });
});

describe('what is required and described only in general', () => {
  const asked = (schema: object) => layOutForm({ required: ['zz'], ...schema });

  it('is asked as all further keys are', () => {
    const form = asked({ additionalProperties: { type: 'integer', title: 'Any' } });
    expect(form.fields).toMatchObject([{ path: ['zz'], kind: 'number', required: true }]);
    expect([form.warnings, form.toSubmit({ zz: '5' })]).toEqual([[], { zz: 5 }]);
  });

  it('is asked as keys of its pattern are, which must all be met', () => {
    const patternProperties = { '^z': { type: 'integer' }, z$: { minimum: 3 }, '^a': { type: 'boolean' } };
    const [field] = asked({ patternProperties, additionalProperties: false }).fields;
    expect(field).toMatchObject({ kind: 'number', schema: { type: 'integer', minimum: 3 } });
    expect(asked({ patternProperties: { '^a': {} }, additionalProperties: false }).fields).toEqual([]);
    expect(asked({ patternProperties: { '^(z+)+$': { type: 'integer' } } }).fields).toMatchObject([{ kind: 'text' }]);
  });
});

describe('references', () => {
  it('are followed inside the schema', () => {
    const form = layOutForm({
      definitions: { 'a/b host': { type: 'string', title: 'Host' } },
      $defs: { port: { type: 'integer' } },
      properties: { host: { $ref: '#/definitions/a~1b%20host' }, port: { $ref: '#/$defs/port', title: 'Its port' } },
    });
    expect(form.fields.map(({ label, kind }) => [label, kind])).toEqual([
      ['Host', 'text'],
      ['Its port', 'number'],
    ]);
    expect(form.warnings).toEqual([]);
  });

  it.each([
    ['recursive', { definitions: { n: { properties: { next: { $ref: '#/definitions/n' } } } }, properties: { a: { $ref: '#/definitions/n' } } }, 'a.next'],
    ['to the root', { properties: { a: { $ref: '#' } } }, 'a'],
    ['to nothing', { properties: { a: { $ref: '#/definitions/none' } } }, 'a'],
    ['to another document', { properties: { a: { $ref: 'https://example.com/schema.json' } } }, 'a'],
    ['inherited names', { properties: { a: { $ref: '#/constructor' } } }, 'a'],
  ])('that can not be followed are JSON: %s', (_, schema, path) => {
    const form = layOutForm(schema);
    expect(paths(form.fields)).toContain(path);
    expect(form.warnings).toHaveLength(1);
    expect(form.warnings[0]).toContain(`${path} refers`);
  });

  it('may meet twice without being a recursion', () => {
    const form = layOutForm({
      definitions: {
        base: { properties: { id: { type: 'string' } } },
        left: { allOf: [{ $ref: '#/definitions/base' }] },
        right: { allOf: [{ $ref: '#/definitions/base' }] },
      },
      properties: { both: { allOf: [{ $ref: '#/definitions/left' }, { $ref: '#/definitions/right' }] } },
    });
    expect(paths(form.fields)).toEqual(['both', 'both.id']);
  });

  it('that multiply without end are cut', () => {
    const names = Array.from({ length: 18 }, (_, index) => index);
    const definitions = Object.fromEntries(names.map((n) => [`d${n}`, { allOf: [{ $ref: `#/definitions/d${n + 1}` }, { $ref: `#/definitions/d${n + 1}` }] }]));
    const properties = Object.fromEntries(names.map((n) => [`p${n}`, { $ref: '#/definitions/d0' }]));
    expect(layOutForm({ definitions: { ...definitions, d18: { type: 'object' } }, properties }).warnings.length).toBeGreaterThan(0);
  });
});

describe('parts that are put together', () => {
  it('are one object: allOf', () => {
    const form = layOutForm({
      properties: {
        both: {
          title: 'Both',
          allOf: [
            { type: 'object', title: 'One', properties: { a: { type: 'string' }, c: { type: 'string' } }, required: ['a'] },
            true,
            { properties: { b: { type: 'integer' }, c: { minLength: 1 } }, required: ['b'] },
          ],
        },
      },
    });
    expect(form.fields[0]).toMatchObject({ label: 'Both', kind: 'object' });
    expect(form.fields[0]?.fields.map(({ path, required, kind }) => [path.join('.'), required, kind])).toEqual([
      ['both.a', true, 'text'],
      ['both.b', true, 'number'],
      ['both.c', false, 'text'],
    ]);
  });

  it('at the root', () => {
    expect(paths(layOutForm({ allOf: [{ properties: { a: { type: 'string' } } }, { properties: { b: { type: 'string' } } }] }).fields)).toEqual(['a', 'b']);
  });

  it('of which several are choices have them beside each other', () => {
    const choice = (key: string, ...values: string[]) => ({
      oneOf: values.map((value) => ({ properties: { [key]: { const: value }, [`${key}_${value}`]: { type: 'string' } }, required: [key] })),
    });
    for (const schema of [
      { properties: { z: { type: 'string' } }, allOf: [choice('auth', 'a', 'b'), choice('mode', 'c', 'd')] },
      { properties: { z: { type: 'string' } }, oneOf: choice('auth', 'a', 'b').oneOf, anyOf: choice('mode', 'c', 'd').oneOf },
    ]) {
      const form = layOutForm(schema);
      expect(form.fields.map(({ kind, label, draftPath }) => [kind, label, draftPath.join('.')])).toEqual([
        ['choice', 'Auth', '$choice'],
        ['choice', 'Mode', '$$choice'],
        ['text', 'Z', 'z'],
      ]);
      const saved = { auth: 'b', auth_b: ' x ', mode: 'd', extra: 1, z: 'z' };
      expect(form.toSubmit(form.fromSaved(saved))).toEqual(saved);
      expect(form.toSubmit(withValueAt(form.defaults(), ['$$choice', 'drafts', '0', 'mode_c'], 'm'))).toEqual({ auth: 'a', mode: 'c', mode_c: 'm' });
      expect(compileForm(schema).validate(saved).valid).toBe(true);
      expect(form.warnings).toEqual([]);
    }
    const [inside] = layOutForm({ properties: { in: { allOf: [choice('auth', 'a', 'b'), choice('mode', 'c', 'd')] } } }).fields;
    expect(inside).toMatchObject({ kind: 'object', fields: [{ label: 'Auth' }, { label: 'Mode' }] });
  });

  it('that contradict each other at the root: those that fit are asked, else the whole as JSON', () => {
    const form = layOutForm({
      properties: { z: { type: 'string' } },
      allOf: [{ type: 'object' }, { type: 'string' }, { properties: { y: { type: 'string' } } }],
    });
    expect(paths(form.fields)).toEqual(['z', 'y']);
    expect(form.warnings).toHaveLength(1);
    const whole = layOutForm({ allOf: [{ $ref: '#' }] });
    expect([whole.fields.map(({ kind, path }) => [kind, path]), whole.warnings.length]).toEqual([[['json', []]], 1]);
    expect([whole.toSubmit({}), whole.toSubmit(whole.fromSaved({ a: 1 }))]).toEqual([{}, { a: 1 }]);
  });

  it('that contradict each other are JSON', () => {
    const form = layOutForm({ properties: { a: { allOf: [{ type: 'string' }, { type: 'object' }] } } });
    expect(form.fields[0]?.kind).toBe('json');
    expect(form.warnings[0]).toContain('contradict');
  });
});

describe('size', () => {
  it('is bounded in depth: what lies deeper is JSON', () => {
    const form = layOutForm(nested(50));
    expect(deepest(form.fields)).toMatchObject({ kind: 'json' });
    expect(form.warnings).toHaveLength(1);
    const shallow = layOutForm(nested(12));
    expect(deepest(shallow.fields)).toMatchObject({ kind: 'text' });
  });

  it('may be large', () => {
    const properties = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`property_${index}`, { type: 'string', description: 'x'.repeat(20) }]));
    const form = layOutForm({ type: 'object', properties });
    expect(form.fields).toHaveLength(20_000);
    expect(form.toSubmit(form.fromSaved({ property_7: 'x' }))).toEqual({ property_7: 'x' });
  });
});

describe('names that objects inherit', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const schema = JSON.parse(`{"type":"object","properties":{${names.map((name) => `${JSON.stringify(name)}:{"type":"string","default":"d"}`).join(',')}}}`);

  it('are plain keys', () => {
    const form = layOutForm(schema);
    expect(paths(form.fields).toSorted()).toEqual(names.toSorted());
    const sent = form.toSubmit(form.defaults());
    expect(Object.keys(sent).toSorted()).toEqual(names.toSorted());
    expect(Object.getPrototypeOf(sent)).toBe(Object.prototype);
    expect(form.toSubmit(form.fromSaved({}))).toEqual({});
  });

  it('are read and written without reaching a prototype', () => {
    expect(valueAt({}, ['constructor'])).toBeUndefined();
    expect(valueAt({}, ['__proto__', 'toString'])).toBeUndefined();
    const written = withValueAt({}, ['__proto__', 'polluted'], true);
    expect(Object.getPrototypeOf(written)).toBe(Object.prototype);
    expect(valueAt(written, ['__proto__', 'polluted'])).toBe(true);
    expect(valueAt({}, ['polluted'])).toBeUndefined();
  });
});

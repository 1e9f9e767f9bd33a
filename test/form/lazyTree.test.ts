import { describe, expect, it } from 'vitest';
import { compileForm, itemAt, layOutForm } from '../../src/form/index.js';

/** A schema that counts how often one of its parts is read. */
function watched(inside: object): { schema: object; reads: () => number } {
  let reads = 0;
  const schema = {
    ...inside,
    get properties() {
      reads += 1;
      return { a: { type: 'string', title: 'A' }, b: 7 };
    },
  };
  return { schema, reads: () => reads };
}

describe('a layout', () => {
  it('is the same for the same schema and options', () => {
    const schema = { properties: { a: { type: 'string' } } };
    const advancedAuth = {};
    expect(layOutForm(schema)).toBe(layOutForm(schema));
    expect(layOutForm(schema, { advancedAuth })).toBe(layOutForm(schema, { advancedAuth }));
    expect(layOutForm(schema, { advancedAuth })).not.toBe(layOutForm(schema));
    expect(layOutForm({ ...schema })).not.toBe(layOutForm(schema));
  });

  it('compiles the inside of an object once, when it is looked at', () => {
    const { schema, reads } = watched({ type: 'object' });
    const [field] = layOutForm({ properties: { inner: schema } }).fields;
    const before = reads();
    expect(field?.fields.map(({ label }) => label)).toEqual(['A']);
    const once = reads();
    expect(once).toBeGreaterThan(before);
    expect(field?.fields).toBe(field?.fields);
    expect(reads()).toBe(once);
  });

  it('lists its parts as plain properties', () => {
    const [field] = layOutForm({ properties: { inner: { properties: { a: { type: 'string' } } } } }).fields;
    expect(Object.keys(field ?? {})).toContain('fields');
    expect({ ...field }.fields).toMatchObject([{ kind: 'text' }]);
  });

  it('warns of every part, whether it was looked at or not, in the order of the schema', () => {
    const schema = {
      properties: {
        first: {
          oneOf: [
            { title: 'One', properties: { x: { type: 'string' } } },
            { title: 'Two', properties: { bad: 7 } },
          ],
        },
        second: { type: 'array', items: { type: 'object', properties: { bad: { type: 'object' } } } },
        third: { type: 'object', properties: { bad: 7 } },
      },
    };
    const form = layOutForm(schema);
    expect(form.fields.find(({ path }) => path[0] === 'third')?.fields).toEqual([]);
    const warned = ['first.bad is no schema', 'second.0.bad is an object whose keys are not described', 'third.bad is no schema'];
    expect(form.warnings.map((warning) => warned.findIndex((start) => warning.startsWith(start))).toSorted()).toEqual([0, 1, 2]);
    expect(form.warnings).toEqual(layOutForm({ ...schema }).warnings);
    expect(compileForm({ ...schema }).warnings.slice(0, 3)).toEqual(form.warnings);
  });

  it('moves what is inside an item with it, at any depth', () => {
    const inner = { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } };
    const choice = {
      oneOf: [
        { title: 'One', properties: { x: { type: 'string' }, inner } },
        { title: 'Two', properties: { y: { type: 'string' } } },
      ],
    };
    const [list] = layOutForm({ properties: { list: { type: 'array', items: { type: 'object', properties: { choice } } } } }).fields;
    if (list === undefined) throw new Error('There is a list.');
    const branch = itemAt(list, 2).fields[0]?.branches[0];
    const deep = branch?.fields.find(({ kind }) => kind === 'list');
    expect(deep?.path).toEqual(['list', 2, 'choice', 'inner']);
    expect(deep?.items?.fields[0]?.draftPath).toEqual(['list', 2, 'choice', 'drafts', '0', 'inner', 0, 'a']);
    expect(itemAt(list, 1).fields[0]?.branches[0]?.fields[0]?.path[1]).toBe(1);
  });
});

describe('a configuration that is one value', () => {
  it.each([
    [{ type: 'string', title: 'Token' }, 'text', 'abc'],
    [{ type: 'integer' }, 'number', 5],
    [{ type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } }, 'list', [{ a: 'x' }, { a: 'y' }]],
    [{ type: 'string', airbyte_secret: true }, 'secret', 'abc'],
    [{ type: 'string', oneOf: [{ minLength: 3 }, { enum: ['a', 'b'] }] }, 'json', 'abc'],
  ])('is one field at the root that goes back as it came: %j', (schema, kind, value) => {
    const form = compileForm(schema);
    expect(form.fields).toMatchObject([{ kind, path: [], required: true }]);
    // SAFETY: of such a schema this is the configuration.
    const saved = value as unknown as Record<string, unknown>;
    expect(form.toSubmit(form.fromSaved(saved))).toEqual(value);
    expect(form.validate(value)).toEqual({ valid: true, errors: [] });
  });

  it('names what is missing at the root', () => {
    const form = compileForm({ type: 'string' });
    expect(form.defaults()).toEqual({});
    expect(form.validate(form.toSubmit({}))).toMatchObject({ valid: false });
    expect(form.toSubmit({ $value: ' typed ' })).toBe('typed');
  });
});

describe('items of one value', () => {
  it.each([[{ enum: ['a'] }], [{ const: 'a' }]])('are something to pick, not hidden constants: %j', (items) => {
    const [field] = layOutForm({ properties: { list: { type: 'array', items } } }).fields;
    expect(field).toMatchObject({ kind: 'tags', options: [{ value: 'a' }], hidden: false });
  });
});

it('a branch whose constants a value lacks is not the one that is meant', () => {
  const single = { type: 'object', oneOf: [{ required: ['name'], properties: { name: { enum: ['only'] }, type: { const: 0 } } }] };
  const several = { type: 'object', oneOf: [{ properties: { type: { const: 0 } } }, { properties: { type: { const: 1 } } }] };
  const form = layOutForm({ properties: { choice: { oneOf: [single, several, { type: 'string' }] } } });
  expect(form.toSubmit(form.fromSaved({ choice: { type: 0 } }))).toEqual({ choice: { type: 0 } });
});

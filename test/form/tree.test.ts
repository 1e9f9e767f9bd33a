import { describe, expect, it } from 'vitest';
import { type FormField, layOutForm } from '../../src/form/index.js';

type Json = Record<string, unknown>;
const fieldsOf = (schema: unknown): readonly FormField[] => layOutForm(schema).fields;
/** The field of one property. */
const fieldOf = (property: Json, required = false): FormField => {
  const [field] = fieldsOf({ type: 'object', properties: { field: property }, required: required ? ['field'] : [] });
  if (field === undefined) throw new Error('no field was made');
  return field;
};
const keys = (fields: readonly FormField[]) => fields.map(({ path }) => path.join('.'));

describe('the kind of a field', () => {
  it.each<[string, Json, string]>([
    ['a type list with null', { type: ['null', 'string'] }, 'text'],
    ['a stray null among the types', { type: ['number', null] }, 'number'],
    ['text beside numbers', { type: ['integer', 'string'] }, 'text'],
    ['no type, but properties', { properties: { a: { type: 'string' } } }, 'object'],
    ['no type, but items', { items: { type: 'string' } }, 'tags'],
    ['no type at all', {}, 'text'],
    ['an enum without a type', { enum: ['a', 'b'] }, 'select'],
    ['an enum with null and blank text', { enum: ['', null, 1] }, 'select'],
    ['an enum of objects', { enum: [{ a: 1 }, { b: 2 }] }, 'json'],
    ['an empty enum', { type: 'string', enum: [] }, 'text'],
    ['a boolean', { type: 'boolean' }, 'switch'],
    ['a secret', { type: 'string', airbyte_secret: true }, 'secret'],
    ['a secret with a type list', { type: ['string', 'null'], airbyte_secret: true }, 'secret'],
    ['a secret of several lines', { type: 'string', airbyte_secret: true, multiline: true }, 'multiline_secret'],
    ['a password by format', { type: 'string', format: 'password' }, 'secret'],
    ['a date', { type: 'string', format: 'date' }, 'date'],
    ['a date-time', { type: 'string', format: 'date-time' }, 'date_time'],
    ['a date-time whose pattern wants a date', { type: 'string', format: 'date-time', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, 'date'],
    ['a date whose pattern wants a month', { type: 'string', format: 'date', pattern: '^[0-9]{4}-[0-9]{2}$' }, 'text'],
    ['a date beside an unknown pattern', { type: 'string', format: 'date', pattern: '^2.*$' }, 'date'],
    ['a list of text', { type: 'array', items: { type: 'string' } }, 'tags'],
    ['a list of numbers', { type: 'array', items: { type: 'integer' } }, 'tags'],
    ['a list without items', { type: 'array' }, 'tags'],
    ['a list of anything', { type: 'array', items: true }, 'tags'],
    ['a list of objects', { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } }, 'list'],
    ['a list of lists', { type: 'array', items: { type: 'array', items: { type: 'string' } } }, 'list'],
    ['a list of secrets', { type: 'array', items: { type: 'string', airbyte_secret: true } }, 'list'],
    ['a secret list', { type: 'array', airbyte_secret: true, items: { type: 'string' } }, 'list'],
    ['a list of choices', { type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'integer' }] } }, 'list'],
    ['a list whose items differ by place', { type: 'array', items: [{ type: 'string' }] }, 'json'],
    ['an object without properties', { type: 'object' }, 'json'],
    ['an object of any keys', { type: 'object', additionalProperties: true }, 'json'],
    ['an object that may have no key', { type: 'object', additionalProperties: false }, 'object'],
    ['an object whose keys have a pattern', { type: 'object', patternProperties: { '^x': {} }, additionalProperties: false }, 'json'],
    ['no type, but a switch that is on', { default: true }, 'switch'],
    ['no type, but a number as the default', { default: 5 }, 'number'],
    ['no type, and null as the default', { default: null }, 'text'],
    ['one type or null', { anyOf: [{ type: 'string' }, { type: 'null' }] }, 'text'],
    ['alternatives of one value each', { oneOf: [{ const: 'a', title: 'First' }, { const: 'b' }] }, 'select'],
    ['alternatives of two types', { anyOf: [{ type: 'string' }, { type: 'boolean' }] }, 'choice'],
    ['items on what is no list', { type: 'string', items: { type: 'integer' } }, 'text'],
  ])('%s', (_, property, kind) => {
    expect(fieldOf(property).kind).toBe(kind);
  });

  it('makes secrets of what stands inside a secret', () => {
    const list = fieldOf({ type: 'array', airbyte_secret: true, items: { type: 'string' } });
    expect([list.secret, list.items?.kind, list.items?.secret]).toEqual([true, 'secret', true]);
    const object = fieldOf({ type: 'object', airbyte_secret: true, properties: { pin: { type: 'string' } } });
    expect(object.fields[0]).toMatchObject({ kind: 'secret', secret: true });
  });

  it('offers the values of the type, by name where there are names', () => {
    expect(fieldOf({ type: 'string', enum: ['a', null] }).options.map(({ value }) => value)).toEqual(['a']);
    expect(fieldOf({ type: ['string', 'null'], enum: ['a', null] }).options.map(({ value }) => value)).toEqual(['a', null]);
    expect(fieldOf({ type: 'string', enum: [1, 2] }).options.map(({ value }) => value)).toEqual([1, 2]);
    expect(fieldOf({ oneOf: [{ const: 'a', title: 'First' }, { const: 'b' }] }).options.map(({ label }) => label)).toEqual(['First', 'b']);
    expect(fieldOf({ type: 'array', items: { enum: ['x', 'y'] } })).toMatchObject({ kind: 'tags', options: [{ value: 'x' }, { value: 'y' }] });
  });
});

describe('constants', () => {
  it.each<[string, Json, boolean]>([
    ['const', { const: 'x' }, false],
    ['const next to an enum', { type: 'string', const: 'x', enum: ['x', 'y'] }, false],
    ['a required enum of one', { enum: ['x'] }, true],
    ['an enum of one that is the default', { enum: ['x'], default: 'x' }, false],
  ])('are hidden and sent: %s', (_, property, required) => {
    const schema = { type: 'object', properties: { field: property }, required: required ? ['field'] : [] };
    expect(fieldsOf(schema)[0]).toMatchObject({ hidden: true, folded: false });
    expect(layOutForm(schema).toSubmit({})).toEqual({ field: 'x' });
  });

  it('are not what may be left out', () => {
    expect(fieldOf({ enum: ['x'] })).toMatchObject({ kind: 'select', hidden: false });
  });

  it.each([[false], [0], [null], ['']])('may be %j', (value) => {
    const schema = { properties: { field: { const: value } } };
    expect(layOutForm(schema).toSubmit({})).toEqual({ field: value });
  });
});

describe('the words of a field', () => {
  it('take a title, else make one of the key', () => {
    expect(fieldOf({ type: 'string', title: 'API key' }).label).toBe('API key');
    expect(fieldsOf({ properties: { start_date: { type: 'string', title: 5 } } })[0]?.label).toBe('Start date');
    expect(fieldOf({ type: 'array', items: { type: 'array', items: { type: 'string' } } }).items?.label).toBe('Field');
  });

  it('take examples from either keyword', () => {
    expect(fieldOf({ type: 'integer', examples: [5432, {}] }).examples).toEqual(['5432']);
    expect(fieldOf({ type: 'string', example: 'acme', examples: 'globex' }).examples).toEqual(['globex', 'acme']);
    expect(fieldOf({ type: 'array', items: { type: 'string' }, examples: [['a', 'b']] }).examples).toEqual(['a, b']);
  });

  it.each([
    ['^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 'YYYY-MM-DD'],
    ['^\\d{4}-\\d{2}$', 'YYYY-MM'],
    ['^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$', 'YYYY-MM-DDTHH:mm:ssZ'],
    ['^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$', 'YYYY-MM-DD HH:mm:ss'],
    ['^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$', 'YYYY-MM-DDTHH:mm:ss.SSSZ'],
    ['^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$', 'YYYY-MM-DD[THH:mm:ssZ]'],
    ['^$|^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 'YYYY-MM-DD'],
    ['^[a-z]+$', null],
    ['^[0-9]{4}$', null],
    ['^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)*$', null],
  ])('name the pattern %s', (pattern, hint) => {
    expect(fieldOf({ type: 'string', pattern }).patternHint).toBe(hint);
  });

  it('take the schema’s own words for a pattern first', () => {
    expect(fieldOf({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', pattern_descriptor: 'a day' }).patternHint).toBe('a day');
  });
});

describe('the order of fields', () => {
  const text = { type: 'string' };

  it('is: needed ones first, then by number, numbered before unnumbered, then by key', () => {
    const properties = {
      b10: text,
      b9: text,
      shown: { ...text, always_show: true },
      tie_b: { ...text, order: 1 },
      tie_a: { ...text, order: 1 },
      first: { ...text, order: 0 },
      needed: text,
      section: { type: 'object', properties: { inner: text }, order: 5 },
      wrong: { ...text, order: '0' },
    };
    expect(keys(fieldsOf({ properties, required: ['needed'] }))).toEqual(['section', 'needed', 'shown', 'first', 'tie_a', 'tie_b', 'b9', 'b10', 'wrong']);
  });

  it('is that of the schema where nothing is numbered', () => {
    expect(keys(fieldsOf({ properties: { email: text, api_token: text } }))).toEqual(['email', 'api_token']);
  });
});

describe('groups', () => {
  const tagged = (group?: string) => ({ type: 'string', ...(group === undefined ? {} : { group }) });
  const groupsOf = (schema: Json) => layOutForm(schema).groups.map(({ id, title, fields }) => [id, title, keys(fields)]);

  it('stand as listed, then by name, with advanced last', () => {
    const properties = { a: tagged('advanced'), b: tagged('zone'), c: tagged(), d: tagged('auth'), e: tagged('extra_things') };
    expect(groupsOf({ properties, groups: [{ id: 'zone', title: 'Zone' }, { id: 'auth' }, 'odd'] })).toEqual([
      ['zone', 'Zone', ['b']],
      ['auth', 'Auth', ['d']],
      ['default', null, ['c']],
      ['extra_things', 'Extra things', ['e']],
      ['advanced', 'Advanced', ['a']],
    ]);
  });

  it('count at the root alone, and at the root of each place', () => {
    const inner = { type: 'object', properties: { x: tagged('auth') }, groups: [{ id: 'auth', title: 'Sign in' }] };
    expect(groupsOf({ properties: { server: { ...inner, title: 'Server' } } })).toEqual([['default', null, ['server']]]);
    expect(groupsOf({ properties: { credentials: { type: 'object', properties: { key: tagged() } }, replication_config: inner } })).toEqual([
      ['default', null, ['credentials.key']],
      ['auth', 'Sign in', ['replication_config.x']],
    ]);
  });

  it('are one without a title where there are none, whatever `groups` is', () => {
    expect(groupsOf({ properties: { a: tagged() }, groups: {} })).toEqual([['default', null, ['a']]]);
  });
});

describe('folding', () => {
  it.each<[string, Json, boolean]>([
    ['optional', { type: 'string' }, true],
    ['always shown', { type: 'string', always_show: true }, false],
    ['a secret', { type: 'string', airbyte_secret: true }, false],
    ['an object', { properties: { a: { type: 'string' } } }, false],
    ['a choice', { oneOf: [{ type: 'string' }, { type: 'integer' }] }, false],
    ['hidden', { type: 'string', airbyte_hidden: true }, false],
  ])('%s', (_, property, folded) => {
    expect(fieldOf(property).folded).toBe(folded);
  });

  it('takes no required field, and nothing that is the whole of a branch', () => {
    expect(fieldOf({ type: 'string' }, true).folded).toBe(false);
    expect(fieldOf({ oneOf: [{ type: 'string' }, { type: 'integer' }] }).branches.map(({ fields }) => fields[0]?.folded)).toEqual([false, false]);
  });
});

describe('places', () => {
  it('need no heading unless the schema gives them one', () => {
    const place = { type: 'object', properties: { a: { type: 'string' } } };
    const [credentials, environment, other] = fieldsOf({ properties: { credentials: place, environment: { ...place, title: 'Server' }, other: place } });
    expect([credentials?.inline, environment?.inline, other?.inline]).toEqual([true, false, false]);
  });
});

import assert from 'node:assert/strict';
import { addItem, chooseBranch, cleanPaste, compileForm, type FormField, hintOf, keyFileValues, valueAt, withValueAt } from '../../../src/form/index.js';
import { parseRichText } from '../../../src/internal/parseRichText.js';

/** Everything that a form does, on whatever it is given. */
function exercise(schema: unknown, value: unknown = {}) {
  const form = compileForm(schema);
  const values = form.defaults();
  form.validate(form.toSubmit(values));
  form.validate(value);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) form.validate(form.toSubmit(form.fromSaved({ ...value })));
  return form;
}

/** Goes into every field once: chooses each branch, adds an item to each list. */
function open(fields: readonly FormField[], values: Readonly<Record<string, unknown>>, left = { count: 500 }): void {
  for (const field of fields) {
    left.count -= 1;
    if (left.count < 0) return;
    open(field.fields, values, left);
    if (field.kind === 'list') addItem(field, values);
    for (const branch of field.branches) open(branch.fields, chooseBranch(field, values, branch.index), left);
  }
}

const nested = (levels: number, wrap: (inner: unknown) => unknown): unknown => Array.from({ length: levels }).reduce(wrap, { type: 'string' });
const text = { type: 'string' };
const object = (properties: Record<string, unknown>, more: Record<string, unknown> = {}) => ({ type: 'object', properties, ...more });
const JUNK: readonly unknown[] = [null, undefined, 0, Number.NaN, '', 'x', true, false, [], [1], () => 1, Symbol('x'), 1n, new Date(0), new Map(), /x/];
const KEYWORDS =
  'type properties required items oneOf anyOf allOf enum const default title description examples order group groups pattern format minimum $ref airbyte_secret airbyte_hidden multiline always_show display_type pattern_descriptor additionalProperties definitions dependencies not if then else uniqueItems'.split(
    ' ',
  );
const EVIL = [
  '^(a+)+$',
  '^(a|a)*$',
  '^(a|aa)+$',
  '^([a-z]+)*$',
  '^(.*a){20}$',
  '^(a?){40}a{40}$',
  '(a*)*b',
  '^(\\w+\\s?)*$',
  '.*.*.*=.*',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(x+x+)+y',
  '^(a+)\\1$',
];
const NAMES = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'valueOf',
  'prototype',
  '',
  '0',
  'a.b',
  'a/b~c',
  '__defineGetter__',
  'drafts',
  'branch',
];

/** Links that would run something, and ways of hiding one. */
const SCRIPTS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java&#115;cript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:x">x</a>',
  '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
  '[x](javascript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '<a href="https://a.example" onclick="alert(1)">x</a>',
  '<iframe src="https://a.example"></iframe>',
];

function manyPatterns(patternAt: (index: number) => string): void {
  const keys = Array.from({ length: 30 }, (_, index) => `f${index}`);
  const form = compileForm(object(Object.fromEntries(keys.map((key, index) => [key, { ...text, pattern: patternAt(index) }]))));
  const { errors, unchecked = [] } = form.validate(Object.fromEntries(keys.map((key, index) => [key, `${'a'.repeat(9_000)}${index}!`])));
  assert.equal(errors.length + unchecked.length, 30);
}

/** By name: each returns, or throws what is wrong. */
export const CASES: Readonly<Record<string, () => void>> = {
  'junk in place of a schema': () => {
    for (const junk of JUNK) for (const value of JUNK) exercise(junk, value);
  },
  'junk in place of each keyword': () => {
    for (const keyword of KEYWORDS)
      for (const junk of JUNK) exercise(object({ a: { type: 'string', [keyword]: junk }, b: { [keyword]: junk } }, { [keyword]: junk }), { a: 'x', b: 1 });
  },
  'a schema of 1 MB in one description': () => {
    const form = exercise(object({ a: { type: 'string', description: '<a href="'.repeat(120_000) } }), { a: 'x' });
    parseRichText(form.fields[0]?.help ?? '');
  },
  'a schema of 1 MB in 5,000 properties': () => {
    const key = (index: number) => `field_${index}`;
    const properties = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [
        key(index),
        { ...text, title: `Title ${index}`, description: 'd'.repeat(150), pattern: `^a{${index % 50}}$` },
      ]),
    );
    const form = exercise(object(properties, { required: Object.keys(properties) }));
    assert.equal(form.fields.length, 5_000);
    assert.equal(form.validate({}).errors.length, 5_000);
    form.validate(Object.fromEntries(Object.keys(properties).map((name) => [name, 'b'])));
  },
  'an enum of 50,000 values': () => {
    const form = exercise(object({ a: { type: 'string', enum: Array.from({ length: 50_000 }, (_, index) => `value ${index}`) } }), { a: 'value 49999' });
    assert.equal(form.validate({ a: 'none' }).valid, false);
  },
  '50 levels of objects': () => {
    const form = exercise(nested(50, (inner) => object({ a: inner }, { required: ['a'] })));
    open(form.fields, form.defaults());
    const value = Array.from({ length: 50 }).reduce<unknown>((inner) => ({ a: inner }), 'x');
    assert.equal(form.validate(value).valid, true);
    assert.equal(form.validate(Array.from({ length: 50 }).reduce<unknown>((inner) => ({ a: inner }), 1)).valid, false);
  },
  '50 levels of lists and of choices': () => {
    for (const wrap of [
      (inner: unknown) => ({ type: 'array', items: inner }),
      (inner: unknown) => ({ oneOf: [object({ a: inner }), { type: 'null' }, text] }),
    ]) {
      const form = exercise(object({ a: nested(50, wrap) }));
      open(form.fields, form.defaults());
    }
  },
  '20,000 levels': () => {
    exercise(nested(20_000, (inner) => object({ a: inner })));
    exercise(nested(20_000, (inner) => ({ allOf: [inner] })));
    exercise(nested(20_000, (inner) => ({ not: inner })));
  },
  'references to themselves': () => {
    const definitions = {
      a: { $ref: '#/definitions/b' },
      b: { $ref: '#/definitions/a' },
      tree: object({ child: { $ref: '#/definitions/tree' }, list: { type: 'array', items: { $ref: '#/definitions/tree' } } }),
    };
    for (const schema of [
      { $ref: '#' },
      object({ a: { $ref: '#' } }),
      { allOf: [{ $ref: '#' }] },
      { oneOf: [{ $ref: '#' }, { $ref: '#' }] },
      { definitions, ...object({ a: { $ref: '#/definitions/a' }, tree: { $ref: '#/definitions/tree' } }) },
      { items: { $ref: '#' }, type: 'array' },
      { additionalProperties: { $ref: '#' } },
    ]) {
      const form = exercise(schema, { a: { a: { a: 1 } }, tree: { child: { child: { list: [{}] } } } });
      open(form.fields, form.defaults());
    }
  },
  'references that multiply': () => {
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const definitions = Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [
          `d${index}`,
          { [keyword]: [{ $ref: `#/definitions/d${index + 1}` }, { $ref: `#/definitions/d${index + 1}` }] },
        ]),
      );
      exercise({ definitions: { ...definitions, d40: text }, ...object({ a: { $ref: '#/definitions/d0' } }) }, { a: 'x' });
    }
    const twice = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `d${index}`,
        object({ a: { $ref: `#/definitions/d${index + 1}` }, b: { $ref: `#/definitions/d${index + 1}` } }),
      ]),
    );
    exercise({ definitions: twice, ...object({ a: { $ref: '#/definitions/d0' } }) }, { a: { a: { b: 1 } } });
  },
  'names of the language': () => {
    for (const name of NAMES) {
      const schema: unknown = JSON.parse(`{"type":"object","required":[${JSON.stringify(name)}],"properties":{${JSON.stringify(name)}:{"type":"string"}}}`);
      const form = exercise(schema, JSON.parse(`{${JSON.stringify(name)}:{"polluted":1}}`));
      assert.equal(form.validate({}).valid, false, `${name} is required`);
      const [field] = form.fields;
      assert.ok(field, `${name} is a field`);
      const values = withValueAt(form.defaults(), field.draftPath, 'typed');
      assert.equal(valueAt(values, field.draftPath), 'typed', name);
      const sent = form.toSubmit(values);
      assert.deepEqual(Object.entries(sent), [[name, 'typed']], name);
      assert.equal(form.validate(sent).valid, true, name);
      assert.deepEqual(
        form.validate(JSON.parse(`{${JSON.stringify(name)}:7}`)).errors.map(({ path, code }) => [...path, code]),
        [[name, 'type']],
      );
    }
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  },
  'names of the language and of the validator, where a schema names something': () => {
    for (const name of [...NAMES, ...KEYWORDS, '$id', 'id', '$anchor', '$defs']) {
      exercise(object({ a: { ...text, format: name, default: 'x' } }), { a: 'x' });
      const region = { $ref: '#/definitions/region' };
      const asks = (one: unknown) =>
        object({}, { dependencies: JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(one)}}`), definitions: { region: { enum: ['eu'] } } });
      const named = (more: object) => ({ ...JSON.parse(`{${JSON.stringify(name)}:"x"}`), ...more });
      const verdicts = (schema: object, ...values: object[]) => values.map((value) => exercise(schema, value).validate(value).valid);
      assert.deepEqual(verdicts(asks(object({ region })), named({ region: 'eu' }), named({ region: 'us' }), { region: 'us' }), [true, false, true], name);
      assert.deepEqual(verdicts(asks(['region']), named({ region: 'us' }), named({}), {}), [true, false, true], name);
    }
  },
  'objects that refuse to become texts, where a schema has words': () => {
    for (const odd of [{ toString: 1 }, [{ toString: 1 }], { toString: null, valueOf: null }]) {
      const { fields } = exercise(object({ a: { enum: ['x', 'y'], enumNames: [odd, 7] } }), { a: 'x' });
      assert.deepEqual(
        fields[0]?.options?.map(({ label }) => label),
        ['x', '7'],
      );
      const { errors } = compileForm(object({ a: { ...text, pattern: '^a$', pattern_descriptor: odd } })).validate({ a: 'b' });
      assert.deepEqual(errors[0]?.params, { pattern: '^a$' });
      exercise(object({ a: { ...text, title: odd, description: odd, examples: odd, group: odd, display_type: odd } }), { a: odd });
      exercise(
        object({ a: { oneOf: [{ const: 'x', title: odd }, { const: 'y' }] }, b: { oneOf: [object({ c: { const: odd } }, { title: odd }), object({})] } }),
      );
    }
  },
  'patterns that hang, with the texts for it': () => {
    for (const pattern of EVIL) {
      const form = compileForm(object({ a: { type: 'string', pattern } }));
      assert.ok(form.warnings.length > 0 || pattern === '.*.*.*=.*' || !/[*+}]\)[*+{]/.test(pattern), `${pattern} is warned of`);
      for (const value of [`${'a'.repeat(40)}!`, `${'a'.repeat(9_998)}!`, 'xx'.repeat(4_000), `${'ab '.repeat(3_000)}!`]) form.validate({ a: value });
    }
  },
  'thirty such patterns at once, each with a text for it': () => manyPatterns((index) => `^(a+)+${index}$`),
  'thirty patterns that are given up': () => manyPatterns((index) => `(?=(?:a+)+$)b${index}`),
  'a format with a text for it': () => {
    for (const format of ['url', 'uri', 'email', 'hostname', 'ipv6', 'uri-template', 'date-time', 'duration', 'regex', 'constructor'])
      for (const value of [
        'a'.repeat(9_999),
        `http://${'a'.repeat(9_990)}`,
        `http://${'a-'.repeat(4_000)}!`,
        `a@${'a.'.repeat(4_000)}!`,
        `${'1:'.repeat(4_000)}!`,
      ])
        compileForm(object({ a: { type: 'string', format } })).validate({ a: value });
  },
  'values of 1 MB, 10,000 levels, 20,000 items': () => {
    const long = 'x'.repeat(1_000_000);
    const form = compileForm(
      object({ a: { type: 'string', pattern: '^a+$' }, list: { type: 'array', items: { type: 'string', pattern: '^(a+)+$' } }, any: { type: 'object' } }),
    );
    assert.equal(form.validate({ a: long }).valid, true);
    assert.equal(form.validate({ any: Array.from({ length: 10_000 }).reduce<unknown>((inner) => ({ a: inner }), 1) }).valid, false);
    form.validate({ list: Array.from({ length: 20_000 }, () => 'aaa') });
    const self: Record<string, unknown> = {};
    self.any = self;
    assert.equal(form.validate(self).valid, false);
  },
  'scripts in descriptions': () => {
    for (const description of SCRIPTS) {
      const form = exercise(object({ a: { type: 'string', description, title: description, pattern_descriptor: description } }));
      for (const node of parseRichText(form.fields[0]?.help ?? '')) {
        if (node.type === 'link') assert.match(node.href, /^https:\/\/a\.example\//, description);
        assert.ok(['text', 'code', 'strong', 'emphasis', 'link', 'break'].includes(node.type));
      }
    }
    for (const part of ['[x](', '<a href="', '**', '`', '<', '&#', '[', '<a href="https://a.example">']) parseRichText(part.repeat(50_000));
  },
  'pastes of 1 MB': () => {
    const { fields } = compileForm(
      object({
        api_key: { ...text, airbyte_secret: true },
        subdomain: text,
        pem: { ...text, airbyte_secret: true, multiline: true },
        code: { ...text, pattern: '^(a+)+$' },
      }),
    );
    for (const part of ['\n', ' ', '"', 'a', 'a.', 'https://', '\u200B', '{"a":', '“'])
      for (const field of fields) {
        const pasted = `${part.repeat(1_000_000 / part.length)}!`;
        cleanPaste(pasted, field);
        hintOf(pasted.slice(0, 9_999), field, fields);
        hintOf(pasted, field, fields);
        keyFileValues(pasted, fields);
      }
  },
};

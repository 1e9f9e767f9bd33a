import { describe, expect, it } from 'vitest';
import { addItem, type FormField, isSavedSecret, itemAt, itemCount, layOutForm, moveItem, removeItem, valueAt, withValueAt } from '../../src/form/index.js';

const text = { type: 'string' };
const layout = (properties: Record<string, unknown>, required: string[] = []) => layOutForm({ type: 'object', properties, required });
const field = (form: ReturnType<typeof layOutForm>, key: string): FormField => {
  const found = form.fields.find(({ path }) => path.at(-1) === key);
  if (found === undefined) throw new Error(`no field ${key}`);
  return found;
};

describe('what is sent', () => {
  it.each<[string, Record<string, unknown>, unknown, unknown]>([
    ['trimmed text', text, ' a ', 'a'],
    ['no blank text', text, '  ', undefined],
    ['a number', { type: 'integer' }, ' 12 ', 12],
    ['no number as text', { type: 'number' }, '1,5', '1,5'],
    ['no number that would lose digits', { type: 'integer' }, '12345678901234567890', '12345678901234567890'],
    ['no hexadecimal', { type: 'integer' }, '0x1F', '0x1F'],
    ['decimals', { type: 'number' }, '-1.5e2', -150],
    ['no tag that would lose digits', { type: 'array', items: { type: 'integer' } }, ['9007199254740993', '7'], ['9007199254740993', 7]],
    ['no infinity', { type: 'number' }, 'Infinity', 'Infinity'],
    ['a switch that is off', { type: 'boolean' }, false, false],
    ['a picked blank', { enum: ['', 'a'] }, '', ''],
    ['a picked null', { enum: [null, 'a'] }, null, null],
    ['no null where none can be picked', text, null, undefined],
    ['trimmed tags', { type: 'array', items: text }, [' a ', ' '], ['a']],
    ['numbers of tags', { type: 'array', items: { type: 'integer' } }, ['1', 2, 'x'], [1, 2, 'x']],
    ['tags without items as text', { type: 'array' }, ['1', '{"a":1}'], ['1', '{"a":1}']],
    ['no empty tags', { type: 'array', items: text }, [], undefined],
    ['parsed JSON', { type: 'object' }, '{"a":1}', { a: 1 }],
    ['JSON that is none, as text', { type: 'object' }, '{a', '{a'],
  ])('is %s', (_, property, typed, sent) => {
    expect(layout({ a: property }).toSubmit({ a: typed })).toEqual(sent === undefined ? {} : { a: sent });
  });

  it('leaves out what is required but blank, so that it is reported', () => {
    expect(layout({ a: text, b: { type: 'array', items: text } }, ['a', 'b']).toSubmit({ a: ' ' })).toEqual({});
  });

  it('sends a required list that was emptied as empty, and leaves out an optional one', () => {
    const form = layout({ a: { type: 'array', items: text }, b: { type: 'array', items: text } }, ['a']);
    expect(form.toSubmit({ a: [], b: [] })).toEqual({ a: [] });
  });

  it('holds hidden defaults, whether the draft has them or not', () => {
    const form = layout({ a: { type: 'integer', default: 5, airbyte_hidden: true } });
    expect(form.toSubmit(form.defaults())).toEqual({ a: 5 });
    expect(form.toSubmit({})).toEqual({ a: 5 });
  });

  it.each([
    ['an optional constant that its type forbids', { type: 'string', const: null, enum: [null] }, [], {}],
    ['one that is required all the same', { type: 'string', const: 5 }, ['a'], { a: 5 }],
    ['one of several types', { type: ['string', 'null'], const: null }, [], { a: null }],
  ])('holds no value that can not be valid: %s', (_, property, required, sent) => {
    expect(layout({ a: property }, required).toSubmit({})).toEqual(sent);
  });

  it('leaves out an optional object that could not stand as it is and was not touched', () => {
    const proxy = { type: 'object', required: ['host'], properties: { host: text, port: { type: 'integer', default: 80 } } };
    const form = layout({ proxy });
    expect(form.toSubmit(form.defaults())).toEqual({});
    expect(form.toSubmit(withValueAt(form.defaults(), ['proxy', 'port'], '81'))).toEqual({ proxy: { port: 81 } });
    expect(form.toSubmit(withValueAt(form.defaults(), ['proxy', 'host'], 'h'))).toEqual({ proxy: { host: 'h', port: 80 } });
    expect(layout({ proxy }, ['proxy']).toSubmit({})).toEqual({ proxy: {} });
  });
});

describe('defaults', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ['text', { type: 'string', default: 'd' }, 'd'],
    ['a number', { type: 'integer', default: 0 }, 0],
    ['a number in quotes', { type: 'integer', default: '100' }, 100],
    ['a list for a number', { type: 'integer', default: [1] }, undefined],
    ['a fraction for an integer', { type: 'integer', default: 1.5 }, undefined],
    ['a fraction for a number', { type: ['integer', 'number'], default: 1.5 }, 1.5],
    ['a number below the least', { type: 'integer', minimum: 10, default: '9' }, undefined],
    ['text off its pattern', { ...text, pattern: '^[a-z]+$', default: 'A' }, undefined],
    ['text of its pattern', { ...text, pattern: '^[a-z]+$', default: 'a' }, 'a'],
    ['text beside a pattern that might hang', { ...text, pattern: '^(a+)+$', default: 'b' }, 'b'],
    ['text that is too short', { ...text, minLength: 2, default: 'a' }, undefined],
    ['a word for a date', { ...text, format: 'date', default: 'now' }, undefined],
    ['a date', { ...text, format: 'date', default: '2024-01-01' }, '2024-01-01'],
    ['a month, as the pattern wants', { ...text, format: 'date', pattern: '^[0-9]{4}-[0-9]{2}$', default: '2024-01' }, '2024-01'],
    ['tags of which one breaks a rule', { type: 'array', items: { type: 'integer', maximum: 5 }, default: [1, 6] }, undefined],
    ['a list for text', { type: 'string', default: [] }, undefined],
    ['text for an object', { type: 'object', properties: { x: text }, default: 'd' }, {}],
    ['an object for an object', { type: 'object', properties: { x: text, y: { ...text, default: 'y' } }, default: { x: 'd' } }, { x: 'd', y: 'y' }],
    ['text for a switch', { type: 'boolean', default: 'true' }, undefined],
    ['what can not be picked', { enum: ['a', 'b'], default: 'c' }, undefined],
    ['null for a number', { type: ['number', null], default: null }, undefined],
    ['tags', { type: 'array', items: text, default: ['a'] }, ['a']],
    ['items', { type: 'array', items: { type: 'object', properties: { x: text } }, default: [{ x: 'd' }] }, [{ x: 'd' }]],
    ['a free object', { type: 'object', default: { x: 1 } }, { x: 1 }],
  ])('of %s', (_, property, value) => {
    expect(layout({ a: property }).defaults()).toEqual(value === undefined ? {} : { a: value });
  });

  it('of what is required: an empty list, a switch that is off', () => {
    const objects = { type: 'array', items: { type: 'object', properties: { x: text } } };
    const form = layout({ on: { type: 'boolean' }, items: objects, tags: { type: 'array', items: text } }, ['on', 'items', 'tags']);
    expect(form.toSubmit(form.defaults())).toEqual({ on: false, items: [] });
  });
});

describe('a saved configuration', () => {
  const form = layOutForm({
    type: 'object',
    required: ['kind', 'name'],
    properties: {
      kind: { const: 'k' },
      name: text,
      token: { ...text, airbyte_secret: true },
      size: { type: 'integer', default: 5 },
      limits: { type: 'object', properties: { low: { type: 'integer' }, note: text } },
      tags: { type: 'array' },
    },
  });
  const saved = { kind: 'k', name: ' padded ', token: '**********', limits: { low: 1, note: '', inner: [1] }, tags: [' a ', 1, { b: 2 }], extra: null };

  it('has no defaults, hides its secrets, and goes back as it came', () => {
    const draft = form.fromSaved(saved);
    expect(draft).not.toHaveProperty('size');
    expect(isSavedSecret(draft.token)).toBe(true);
    expect(isSavedSecret('**********')).toBe(false);
    expect(form.toSubmit(draft)).toEqual(saved);
  });

  it('keeps what was not touched when something else is', () => {
    const draft = withValueAt(withValueAt(form.fromSaved(saved), ['limits', 'low'], '2'), ['token'], 'new');
    expect(form.toSubmit(draft)).toEqual({ ...saved, token: 'new', limits: { low: 2, note: '', inner: [1] } });
  });

  it('loses what is cleared, and gets back what is typed again', () => {
    const cleared = withValueAt(withValueAt(form.fromSaved(saved), ['tags'], []), ['token'], '');
    expect(form.toSubmit(cleared)).toEqual({ kind: 'k', name: ' padded ', limits: saved.limits, extra: null });
    expect(form.toSubmit(withValueAt(cleared, ['name'], ' padded '))).toMatchObject({ name: ' padded ' });
  });

  it('leaves out an optional object that was emptied, but keeps one that was saved empty', () => {
    const draft = withValueAt(form.fromSaved({ kind: 'k', name: 'n', limits: { low: 1 } }), ['limits', 'low'], '');
    expect(form.toSubmit(draft)).toEqual({ kind: 'k', name: 'n' });
    expect(form.toSubmit(form.fromSaved({ kind: 'k', name: 'n', limits: {} }))).toEqual({ kind: 'k', name: 'n', limits: {} });
  });

  it('gets its constants right: a required one filled in, another one kept, an optional one not added', () => {
    expect(form.toSubmit(form.fromSaved({ name: 'n' }))).toEqual({ kind: 'k', name: 'n' });
    expect(form.toSubmit(form.fromSaved({ kind: 'old', name: 'n' }))).toEqual({ kind: 'old', name: 'n' });
    const optional = layout({ kind: { const: 'k' }, name: text });
    expect(optional.toSubmit(optional.fromSaved({ name: 'n' }))).toEqual({ name: 'n' });
  });

  it('of another shape than the form stays as it is', () => {
    const odd = { kind: 'k', name: { first: 'n' }, limits: 'none', tags: 'a', size: null };
    expect(form.toSubmit(form.fromSaved(odd))).toEqual(odd);
  });
});

describe('a list', () => {
  const form = layout({
    rows: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name'],
        properties: { kind: { const: 'row' }, name: text, cells: { type: 'array', items: { type: 'object', properties: { x: text } } } },
      },
    },
  });
  const rows = field(form, 'rows');

  it('has a field for each item, with paths of its own at every depth', () => {
    expect(itemAt(rows, 2).fields.map(({ path }) => path.join('.'))).toEqual(['rows.2.kind', 'rows.2.name', 'rows.2.cells']);
    const cells = itemAt(rows, 2).fields[2];
    expect(cells && itemAt(cells, 3).fields[0]).toMatchObject({ path: ['rows', 2, 'cells', 3, 'x'], draftPath: ['rows', 2, 'cells', 3, 'x'] });
    expect(itemAt(rows, 2)).toBe(itemAt(rows, 2));
    expect(() => itemAt(itemAt(rows, 0), 0)).toThrow(TypeError);
  });

  it('takes items, and gives them back in order', () => {
    const two = addItem(rows, addItem(rows, form.defaults()));
    expect(itemCount(rows, two)).toBe(2);
    const named = withValueAt(withValueAt(two, ['rows', 0, 'name'], 'a'), ['rows', 1, 'name'], 'b');
    expect(form.toSubmit(named)).toEqual({
      rows: [
        { kind: 'row', name: 'a' },
        { kind: 'row', name: 'b' },
      ],
    });
    expect(form.toSubmit(moveItem(rows, named, 1, 0))).toEqual({
      rows: [
        { kind: 'row', name: 'b' },
        { kind: 'row', name: 'a' },
      ],
    });
    expect(form.toSubmit(removeItem(rows, named, 0))).toEqual({ rows: [{ kind: 'row', name: 'b' }] });
    expect(moveItem(rows, named, 0, 5)).toBe(named);
    expect(itemCount(rows, form.defaults())).toBe(0);
  });

  it('carries what was saved of an item along when another is removed', () => {
    const draft = form.fromSaved({
      rows: [
        { name: 'a', x: 1 },
        { name: ' b ', x: 2 },
      ],
    });
    expect(form.toSubmit(removeItem(rows, draft, 0))).toEqual({ rows: [{ name: ' b ', x: 2 }] });
    expect(form.toSubmit(removeItem(rows, removeItem(rows, draft, 0), 0))).toEqual({});
    expect(form.toSubmit(addItem(rows, draft))).toEqual({ rows: [{ name: 'a', x: 1 }, { name: ' b ', x: 2 }, { kind: 'row' }] });
  });

  it('of secrets keeps those that were not replaced', () => {
    const secrets = layout({ keys: { type: 'array', items: { ...text, airbyte_secret: true } } });
    const keys = field(secrets, 'keys');
    const draft = secrets.fromSaved({ keys: ['one', 'two'] });
    expect(valueAt(draft, ['keys'])).toHaveLength(2);
    expect(JSON.stringify(draft)).not.toContain('two');
    expect(secrets.toSubmit(withValueAt(addItem(keys, removeItem(keys, draft, 1)), ['keys', 1], ' three '))).toEqual({ keys: ['one', 'three'] });
  });
});

import { describe, expect, it } from 'vitest';
import { chooseBranch, chosenBranch, type FormField, type FormLayout, isDirty, isSavedSecret, layOutForm, valueAt, withValueAt } from '../../src/form/index.js';

const MASK = '**********';
const text = { type: 'string' };
const secret = { type: 'string', airbyte_secret: true };
const layout = (properties: Record<string, unknown>, required: string[] = []) => layOutForm({ type: 'object', properties, required });
const only = (form: FormLayout): FormField => {
  const [field] = form.fields;
  if (field === undefined) throw new Error('no field was made');
  return field;
};

describe('a configuration of another version of the schema', () => {
  const auth = {
    oneOf: [
      { title: 'A', required: ['t'], properties: { t: { const: 'a' }, s: secret, v: { const: 1 } } },
      { title: 'B', required: ['t'], properties: { t: { const: 'b' }, s: secret, v: { const: 2 } } },
    ],
  };
  const form = layout({ auth, name: text });

  it('keeps a sign-in that the schema does not know, and shows none as chosen', () => {
    const saved = { auth: { t: 'zz', s: MASK, other: 1 }, name: 'n' };
    const draft = form.fromSaved(saved);
    expect(chosenBranch(only(form), draft)).toBeNull();
    expect(form.toSubmit(withValueAt(draft, ['name'], 'm'))).toEqual({ ...saved, name: 'm' });
    expect(form.toSubmit(chooseBranch(only(form), draft, 1))).toEqual({ auth: { t: 'b', v: 2 }, name: 'n' });
  });

  it('finds its branch when one of the constants still tells it, and leaves the other', () => {
    const saved = { auth: { t: 'b', s: MASK, v: 7 } };
    const draft = form.fromSaved(saved);
    expect(chosenBranch(only(form), draft)?.label).toBe('B');
    expect(form.toSubmit(withValueAt(draft, ['auth', 'drafts', '1', 's'], 'new'))).toEqual({ auth: { t: 'b', s: 'new', v: 7 } });
  });

  it('takes it for a branch that is any object', () => {
    const open = layout({ auth: { oneOf: [...auth.oneOf, { type: 'object' }] } });
    expect(chosenBranch(only(open), open.fromSaved({ auth: { t: 'zz' } }))?.index).toBe(2);
  });

  it('takes a value of another type for the alternative that names none', () => {
    const open = layout({ c: { oneOf: [{ default: '' }, { type: 'object', required: ['t'], properties: { t: { const: 'a' } } }] } });
    for (const c of [{}, { other: 1 }, [], 1]) expect(open.toSubmit(open.fromSaved({ c }))).toEqual({ c });
  });

  it('keeps lone constants, beside an edit', () => {
    const versions = layout({ ver: { const: 2 }, sub: { type: 'object', required: ['ver'], properties: { ver: { const: 1 }, n: text } } }, ['ver']);
    const draft = versions.fromSaved({ ver: 1, sub: { ver: 3 } });
    expect(versions.toSubmit(withValueAt(draft, ['sub', 'n'], 'x'))).toEqual({ ver: 1, sub: { ver: 3, n: 'x' } });
  });
});

describe('a mask in place of all that a secret holds', () => {
  it.each<[string, Record<string, unknown>]>([
    ['an object', { type: 'object', properties: { a: text, b: text } }],
    ['a list', { type: 'array', items: text }],
    ['a choice', { oneOf: [{ properties: { t: { const: 1 } } }, { properties: { t: { const: 2 } } }] }],
    ['an object inside', { type: 'object', properties: { in: { type: 'object', properties: { a: text } } } }],
  ])('is one saved secret: %s', (_, schema) => {
    const form = layout({ held: { ...schema, airbyte_secret: true }, name: text });
    const draft = form.fromSaved({ held: MASK, name: 'n' });
    expect(isSavedSecret(draft.held)).toBe(true);
    expect(form.fields.find(({ path }) => path[0] === 'held')?.secret).toBe(true);
    expect(form.toSubmit(withValueAt(draft, ['name'], 'm'))).toEqual({ held: MASK, name: 'm' });
  });

  it('leaves an object of secrets to its fields, and a text to the branch that takes it', () => {
    const object = layout({ held: { type: 'object', airbyte_secret: true, properties: { a: text, in: { type: 'object', properties: { b: text } } } } });
    const draft = object.fromSaved({ held: { a: MASK, in: MASK } });
    expect([draft.held, valueAt(draft, ['held', 'a']), valueAt(draft, ['held', 'in'])].map(isSavedSecret)).toEqual([false, true, true]);
    const choice = layout({ held: { airbyte_secret: true, oneOf: [{ type: 'integer' }, { type: 'string' }] } });
    expect(chosenBranch(only(choice), choice.fromSaved({ held: MASK }))?.index).toBe(1);
  });
});

describe('a draft that was copied', () => {
  const form = layout({ s: secret, list: { type: 'array', items: secret }, n: text }, ['s']);
  const draft = form.fromSaved({ s: MASK, list: [MASK], n: 'n' });

  it.each<[string, (values: unknown) => unknown]>([
    ['as JSON', (values) => JSON.parse(JSON.stringify(values))],
    ['by structure', (values) => structuredClone(values)],
  ])('asks for its secrets again: %s', (_, copy) => {
    expect(form.toSubmit(copy(draft) as typeof draft)).toEqual({ n: 'n' });
  });
});

describe('isDirty', () => {
  const form = layout({ s: secret, n: text });

  it('compares what was saved, not the drafts made of it', () => {
    const saved = { s: MASK, n: 'n' };
    expect(isDirty(form.fromSaved(saved), form.fromSaved(saved))).toBe(false);
    expect(isDirty(form.fromSaved(saved), form.fromSaved({ ...saved, s: '*****' }))).toBe(true);
    expect(isDirty(form.fromSaved(saved), { s: MASK, n: 'n' })).toBe(true);
    expect(isDirty(form.fromSaved(saved), form.fromSaved({ n: 'n' }))).toBe(true);
  });
});

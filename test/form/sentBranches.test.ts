import { describe, expect, it } from 'vitest';
import { addItem, chooseBranch, compileForm, errorKey, type FormField, missingValues, withValueAt } from '../../src/form/index.js';

const text = { type: 'string' };
/** Nothing tells these apart, and an empty object is nearer to the second one. */
const oneOf = [
  { title: 'User', type: 'object', required: ['user', 'password'], properties: { user: text, password: text } },
  { title: 'Key', type: 'object', required: ['key'], properties: { key: text } },
];
const firstOf = (form: { fields: readonly FormField[] }): FormField => {
  const [field] = form.fields;
  if (field === undefined) throw new Error('no field was made');
  return field;
};
const missing = (form: ReturnType<typeof compileForm>, value: unknown) => form.validate(value).errors.map(({ path }) => errorKey(path));

describe('what is missing in a branch that nothing tells from the others', () => {
  it('is named in the one that was chosen', () => {
    const form = compileForm({ required: ['auth'], properties: { auth: { oneOf } } });
    const sent = form.toSubmit(form.defaults());
    expect(sent).toEqual({ auth: {} });
    expect(missing(form, sent)).toEqual(['auth.user', 'auth.password']);
    expect(missingValues(form.fields, sent)).toEqual(form.validate(sent).errors);
    const other = form.toSubmit(chooseBranch(firstOf(form), form.defaults(), 1));
    expect(missing(form, other)).toEqual(['auth.key']);
    expect(missing(form, { auth: {} })).toEqual(['auth.key']);
  });

  it('is named beside properties, and in a choice inside the branch', () => {
    const inner = [
      { required: ['a', 'b'], properties: { a: text, b: text } },
      { required: ['c'], properties: { c: text } },
    ];
    const [user, key] = oneOf;
    const form = compileForm({ type: 'object', properties: { host: text }, oneOf: [{ ...user, oneOf: inner }, key] });
    expect(missing(form, form.toSubmit(form.defaults())).toSorted()).toEqual(['a', 'b', 'password', 'user']);
    expect(missing(form, form.toSubmit(chooseBranch(firstOf(form), form.defaults(), 1)))).toEqual(['key']);
  });

  it('is named in every item of a list', () => {
    const form = compileForm({ required: ['all'], properties: { all: { type: 'array', items: { anyOf: oneOf } } } });
    const list = firstOf(form);
    const sent = form.toSubmit(addItem(list, addItem(list, form.defaults())));
    expect(missing(form, sent)).toEqual(['all.0.user', 'all.0.password', 'all.1.user', 'all.1.password']);
  });

  it('leaves an optional choice out as long as it is untouched, whichever branch is chosen', () => {
    const form = compileForm({ properties: { auth: { oneOf } } });
    expect(form.toSubmit(form.defaults())).toEqual({});
    const typed = withValueAt(form.defaults(), ['auth', 'drafts', '0', 'user'], 'me');
    expect(missing(form, form.toSubmit(typed))).toEqual(['auth.password']);
  });

  it('is no part of what is sent', () => {
    const form = compileForm({ required: ['auth'], properties: { auth: { oneOf } } });
    const sent = form.toSubmit(form.defaults());
    expect(JSON.stringify(sent)).toBe('{"auth":{}}');
    expect(Reflect.ownKeys(Object(sent.auth))).toEqual([]);
  });

  it('is named in the one whose constant stands there by now, and in none where that is no branch’s', () => {
    const told = oneOf.map((branch) => ({
      ...branch,
      required: [...branch.required, 'type'],
      properties: { ...branch.properties, type: { const: branch.title } },
    }));
    const form = compileForm({ required: ['auth'], properties: { auth: { oneOf: told } } });
    const sent = form.toSubmit(form.defaults());
    expect(missing(form, sent)).toEqual(['auth.user', 'auth.password']);
    Object.assign(Object(sent.auth), { type: 'Key' });
    expect(missing(form, sent)).toEqual(['auth.key']);
    Object.assign(Object(sent.auth), { type: 'Other' });
    expect(missing(form, sent)).toEqual(['auth']);
  });
});

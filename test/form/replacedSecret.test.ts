import { describe, expect, it } from 'vitest';
import {
  addItem,
  chooseBranch,
  type FormField,
  type FormLayout,
  isReplaced,
  isSavedSecret,
  itemAt,
  layOutForm,
  moveItem,
  removeItem,
  replaceSecret,
  restoreSecret,
  valueAt,
  withValueAt,
} from '../../src/form/index.js';

const MASK = '**********';
const text = { type: 'string' };
const secret = { type: 'string', airbyte_secret: true };
const layout = (properties: Record<string, unknown>) => layOutForm({ type: 'object', properties });
const only = (form: Pick<FormLayout, 'fields'>): FormField => {
  const [field] = form.fields;
  if (field === undefined) throw new Error('no field was made');
  return field;
};

describe('a saved secret that is replaced', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ['a text', secret, ''],
    ['an object', { airbyte_secret: true, type: 'object', properties: { a: { ...text, default: 'd' } } }, { a: 'd' }],
    ['a list', { airbyte_secret: true, type: 'array', items: text }, []],
  ])('makes room for another, and comes back: %s', (_, schema, blank) => {
    const form = layout({ s: schema });
    const draft = form.fromSaved({ s: MASK });
    const replaced = replaceSecret(only(form), draft);
    expect(valueAt(replaced, ['s'])).toEqual(blank);
    expect([isReplaced(only(form), draft), isReplaced(only(form), replaced)]).toEqual([false, true]);
    const restored = restoreSecret(only(form), replaced);
    expect(form.toSubmit(restored)).toEqual({ s: MASK });
    expect([isReplaced(only(form), restored), restoreSecret(only(form), restored)]).toEqual([false, restored]);
    expect(replaceSecret(only(form), replaced)).toBe(replaced);
  });

  it('is kept when another branch is chosen and left again', () => {
    const form = layout({ auth: { oneOf: [{ properties: { t: { const: 1 }, s: secret } }, { type: 'string', airbyte_secret: true }] } });
    const auth = only(form);
    const inBranch = auth.branches[0]?.fields[1];
    const ownValue = auth.branches[1]?.fields[0];
    if (inBranch === undefined || ownValue === undefined) throw new Error('no field');
    for (const [saved, field] of [
      [{ t: 1, s: MASK }, inBranch],
      [MASK, ownValue],
    ] as const) {
      const draft = form.fromSaved({ auth: saved });
      const typed = withValueAt(replaceSecret(field, draft), field.draftPath, 'new');
      const back = [0, 1, 0, 1].reduce((values, index) => chooseBranch(auth, values, index), typed);
      const chosen = chooseBranch(auth, back, field === inBranch ? 0 : 1);
      expect(form.toSubmit(chosen)).toEqual({ auth: field === inBranch ? { t: 1, s: 'new' } : 'new' });
      expect(form.toSubmit(restoreSecret(field, chosen))).toEqual({ auth: saved });
    }
  });

  it('is kept in a list beside typing and adding', () => {
    const form = layout({ keys: { type: 'array', items: secret } });
    const keys = only(form);
    const replaced = replaceSecret(itemAt(keys, 1), form.fromSaved({ keys: [MASK, MASK] }));
    const typed = addItem(keys, withValueAt(replaced, ['keys', 1], 'new'));
    expect(form.toSubmit(typed)).toEqual({ keys: [MASK, 'new'] });
    expect(form.toSubmit(restoreSecret(itemAt(keys, 1), typed))).toEqual({ keys: [MASK, MASK] });
    const shorter = removeItem(keys, typed, 2);
    expect(isReplaced(itemAt(keys, 1), shorter)).toBe(true);
    expect(isReplaced(itemAt(keys, 0), removeItem(keys, typed, 0))).toBe(false);
  });

  it('is in no print of the draft', () => {
    const form = layout({ s: secret });
    expect(JSON.stringify(replaceSecret(only(form), form.fromSaved({ s: 'held-back' })))).toBe('{"s":""}');
  });
});

describe('items that change their place', () => {
  const row = {
    type: 'object',
    properties: { n: text, s: secret, in: { type: 'array', items: secret }, auth: { oneOf: [{ properties: { t: { const: 1 }, p: secret } }] } },
  };
  const form = layout({ rows: { type: 'array', items: row } });
  const rows = only(form);
  const saved = (n: string) => ({ n, s: MASK, in: [MASK], auth: { t: 1, p: MASK }, extra: n });
  const asked = (n: string) => ({ n, auth: { t: 1 }, extra: n });
  const draft = form.fromSaved({ rows: [saved('a'), saved('b'), saved('c')] });

  it('ask for their secrets again: the service would take those of the old place', () => {
    expect(form.toSubmit(removeItem(rows, draft, 1))).toEqual({ rows: [saved('a'), asked('c')] });
    expect(form.toSubmit(moveItem(rows, draft, 2, 1))).toEqual({ rows: [saved('a'), asked('c'), asked('b')] });
    expect(form.toSubmit(removeItem(rows, draft, 2))).toEqual({ rows: [saved('a'), saved('b')] });
  });

  it('have nothing to go back to', () => {
    const secretOf = (index: number) => itemAt(rows, index).fields.find(({ path }) => path.at(-1) === 's') ?? rows;
    const typed = withValueAt(replaceSecret(secretOf(1), draft), secretOf(1).draftPath, 'new');
    const shorter = removeItem(rows, typed, 0);
    expect(isReplaced(secretOf(0), shorter)).toBe(false);
    expect(form.toSubmit(shorter)).toEqual({ rows: [{ ...asked('b'), s: 'new' }, asked('c')] });
  });

  it('keep a secret that is a reference', () => {
    const reference = { _secret: 'place' };
    const keys = layout({ keys: { type: 'array', items: secret } });
    const shorter = removeItem(only(keys), keys.fromSaved({ keys: [MASK, reference] }), 0);
    expect(isSavedSecret(valueAt(shorter, ['keys', 0]))).toBe(true);
    expect(keys.toSubmit(shorter)).toEqual({ keys: [reference] });
  });
});

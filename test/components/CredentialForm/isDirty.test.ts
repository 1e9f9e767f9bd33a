import { describe, expect, it } from 'vitest';
import { isDirty } from '../../../src/components/CredentialForm/isDirty.js';
import { addItem, chooseBranch, type FormValues, layOutForm, removeItem, withValueAt } from '../../../src/form/index.js';

const way = (kind: string) => ({ type: 'object', properties: { kind: { const: kind }, host: { type: 'string' } } });
const schema = {
  type: 'object',
  properties: {
    key: { type: 'string', airbyte_secret: true },
    days: { type: 'integer', default: 7 },
    on: { type: 'boolean', default: true },
    way: { oneOf: [way('a'), way('b')] },
    list: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
  },
};
const form = layOutForm(schema);
const find = (name: string) => form.fields.find(({ path }) => path[0] === name)!;
const empty = form.defaults();

describe('an untouched form is not dirty', () => {
  it.each<[string, FormValues]>([
    ['as it began', empty],
    ['typed and emptied', withValueAt(empty, ['key'], '')],
    ['an item added and removed', removeItem(find('list'), addItem(find('list'), empty), 0)],
    ['another draft of the same values', form.defaults()],
  ])('%s', (_, values) => {
    expect(isDirty(empty, values)).toBe(false);
  });

  it('of a saved configuration with a secret', () => {
    const saved = form.fromSaved({ key: '****', days: 3 });
    expect(isDirty(saved, saved)).toBe(false);
    expect(isDirty(saved, { ...saved })).toBe(false);
  });
});

describe('a changed form is dirty', () => {
  const b = chooseBranch(find('way'), empty, 1);
  const typed = withValueAt(b, find('way').branches[1]!.fields.find(({ path }) => path.at(-1) === 'host')!.draftPath, 'h');
  it.each<[string, FormValues]>([
    ['typed', withValueAt(empty, ['key'], 'k')],
    ['a default taken away', withValueAt(empty, ['days'], '')],
    ['switched off', withValueAt(empty, ['on'], false)],
    ['another alternative', b],
    ['typed into an alternative that was left', chooseBranch(find('way'), typed, 0)],
    ['an item', withValueAt(empty, ['list'], [{ name: 'x' }])],
  ])('%s', (_, values) => {
    expect(isDirty(empty, values)).toBe(true);
  });

  it('when a saved secret is replaced', () => {
    const saved = form.fromSaved({ key: '****' });
    expect(isDirty(saved, withValueAt(saved, ['key'], 'new'))).toBe(true);
    expect(isDirty(saved, withValueAt(saved, ['key'], ''))).toBe(true);
  });
});

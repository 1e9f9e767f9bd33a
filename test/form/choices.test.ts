import { describe, expect, it } from 'vitest';
import {
  branchOfValue,
  chooseBranch,
  chosenBranch,
  drawnFields,
  type FormField,
  type FormLayout,
  itemAt,
  layOutForm,
  valueAt,
  withValueAt,
} from '../../src/form/index.js';

const signIn = {
  title: 'Sign-in',
  type: 'object',
  oneOf: [
    { title: 'Key', required: ['type', 'key'], properties: { type: { const: 'key' }, key: { type: 'string', airbyte_secret: true } } },
    {
      title: 'Password',
      required: ['user'],
      properties: { type: { enum: ['password'] }, user: { type: 'string' }, host: { type: 'string', default: 'localhost' } },
    },
    { required: ['type'], properties: { type: { const: 'no_sign_in' } }, airbyte_hidden: true },
  ],
};
const form = layOutForm({ type: 'object', required: ['auth'], properties: { auth: signIn } });

const only = (layout: FormLayout): FormField => {
  const [field] = layout.fields;
  if (field === undefined) throw new Error('no field was made');
  return field;
};
const auth = only(form);
/** Types into a field of the chosen branch. */
const typed = (values: ReturnType<typeof form.defaults>, key: string, text: string, choice = auth) => {
  const field = drawnFields(choice, values).find(({ path }) => path.at(-1) === key);
  if (field === undefined) throw new Error(`${key} is not asked now`);
  return withValueAt(values, field.draftPath, text);
};

describe('a choice', () => {
  it('names its branches, shows cards up to three, and sends by natural paths', () => {
    expect(auth).toMatchObject({ kind: 'choice', path: ['auth'], display: 'radio', label: 'Sign-in' });
    expect(auth.branches.map(({ label, hidden }) => [label, hidden])).toEqual([
      ['Key', false],
      ['Password', false],
      ['No sign in', true],
    ]);
    expect(auth.branches[0]?.fields[1]).toMatchObject({ path: ['auth', 'key'], draftPath: ['auth', 'drafts', '0', 'key'] });
  });

  it.each([
    ['as the schema says', { display_type: 'dropdown' }, 2, 'dropdown'],
    ['as the schema says, however many', { display_type: 'radio' }, 5, 'radio'],
    ['as a list from four on', {}, 4, 'dropdown'],
    ['as cards where the word is unknown', { display_type: 'wheel' }, 3, 'radio'],
  ])('is shown %s', (_, words, count, display) => {
    const oneOf = Array.from({ length: count }, (__, index) => ({ properties: { type: { const: index }, a: { type: 'string' } } }));
    expect(only(layOutForm({ properties: { c: { ...words, oneOf } } })).display).toBe(display);
  });

  it('begins with its first branch, fills in the constant and sends the chosen branch alone', () => {
    const first = typed(form.defaults(), 'key', ' k ');
    expect(form.toSubmit(first)).toEqual({ auth: { type: 'key', key: 'k' } });
    const second = typed(chooseBranch(auth, first, 1), 'user', 'me');
    expect(form.toSubmit(second)).toEqual({ auth: { type: 'password', user: 'me', host: 'localhost' } });
    expect(form.toSubmit(chooseBranch(auth, second, 0))).toEqual({ auth: { type: 'key', key: 'k' } });
  });

  it('stays as it is when a branch is chosen that it does not have', () => {
    const values = form.defaults();
    expect(chooseBranch(auth, values, 7)).toBe(values);
  });

  it.each<[string, unknown, number]>([
    ['a constant', 'password', 1],
    ['a title', 'Password', 1],
    ['an object', { type: 'password', user: 'me' }, 1],
    ['nothing that it has', 'no_sign_in', 0],
    ['the wrong type', 5, 0],
  ])('begins with its default: %s', (_, value, index) => {
    const layout = layOutForm({ properties: { auth: { ...signIn, default: value } } });
    expect(chosenBranch(only(layout), layout.defaults())?.index).toBe(index);
  });

  it('takes the values of a default that is an object', () => {
    const layout = layOutForm({ properties: { auth: { ...signIn, default: { type: 'password', user: 'me' } } } });
    expect(layout.toSubmit(layout.defaults())).toEqual({ auth: { type: 'password', user: 'me', host: 'localhost' } });
  });

  it('is left out when it is optional and nothing was typed that could stand', () => {
    const layout = layOutForm({ properties: { auth: signIn } });
    const choice = only(layout);
    expect(layout.toSubmit(layout.defaults())).toEqual({});
    expect(layout.toSubmit(chooseBranch(choice, layout.defaults(), 1))).toEqual({ auth: { type: 'password', host: 'localhost' } });
    expect(layout.toSubmit(chooseBranch(choice, chooseBranch(choice, layout.defaults(), 1), 0))).toEqual({});
  });
});

describe('the branch of a saved value', () => {
  it.each<[string, unknown, number | null]>([
    ['by its constant', { type: 'password' }, 1],
    ['by its constant against everything else', { type: 'key', user: 'me', host: 'x' }, 0],
    ['by its keys without the constant', { user: 'me' }, 1],
    ['a hidden one', { type: 'no_sign_in' }, 2],
    ['none, when it is no object', 'key', null],
    ['none, when there is nothing', undefined, null],
  ])('is found %s', (_, value, index) => {
    expect(branchOfValue(auth, value)?.index ?? null).toBe(index);
  });

  it.each([[false], [0], ['']])('is found by %j', (value) => {
    const oneOf = [true, value].map((one) => ({ properties: { on: { const: one }, a: { type: 'string' } } }));
    expect(branchOfValue(only(layOutForm({ properties: { c: { oneOf } } })), { on: value })?.index).toBe(1);
  });

  it('is found by required keys and types where no constant tells', () => {
    const oneOf = [
      { properties: { a: { type: 'string' } }, required: ['a'] },
      { properties: { a: { type: 'integer' }, b: { type: 'string' } }, required: ['a'] },
      { type: 'string' },
      { type: 'array', items: { type: 'string' } },
    ];
    const choice = only(layOutForm({ properties: { c: { oneOf } } }));
    expect([{ a: 'x' }, { a: 1 }, 'x', ['x'], 5].map((value) => branchOfValue(choice, value)?.index)).toEqual([0, 1, 2, 3, undefined]);
  });

  it('is not one that would lack what it requires, however well the rest fits', () => {
    const oneOf = [{ properties: { any: {} } }, { properties: { any: { type: 'string' }, needed: { const: 'x' } }, required: ['needed'] }];
    const choice = only(layOutForm({ properties: { c: { oneOf } } }));
    expect(branchOfValue(choice, { any: [1] })?.index).toBe(0);
    expect(branchOfValue(choice, { any: 'a', needed: 'x' })?.index).toBe(1);
  });

  it('that no branch fits goes back untouched, until a branch is chosen', () => {
    const draft = form.fromSaved({ auth: 'legacy' });
    expect(chosenBranch(auth, draft)).toBeNull();
    expect(form.toSubmit(draft)).toEqual({ auth: 'legacy' });
    expect(form.toSubmit(typed(chooseBranch(auth, draft, 0), 'key', 'k'))).toEqual({ auth: { type: 'key', key: 'k' } });
  });
});

describe('choices in odd places', () => {
  it('of one branch ask for its fields', () => {
    const layout = layOutForm({
      properties: { c: { oneOf: [{ title: 'Only', properties: { type: { const: 1 }, a: { type: 'string' } }, required: ['a'] }] } },
    });
    expect(only(layout)).toMatchObject({ kind: 'object', label: 'Only' });
    expect(layout.toSubmit(withValueAt(layout.defaults(), ['c', 'a'], 'x'))).toEqual({ c: { type: 1, a: 'x' } });
  });

  it('of single values have one field each, at the path of the choice', () => {
    const layout = layOutForm({ required: ['c'], properties: { c: { oneOf: [{ type: 'string', title: 'Name' }, { type: 'integer' }] } } });
    const choice = only(layout);
    expect(choice.branches.map(({ label, fields }) => [label, fields[0]?.path, fields[0]?.draftPath])).toEqual([
      ['Name', ['c'], ['c', 'drafts', '0']],
      ['Integer', ['c'], ['c', 'drafts', '1']],
    ]);
    const second = withValueAt(chooseBranch(choice, layout.defaults(), 1), ['c', 'drafts', '1'], '5');
    expect(layout.toSubmit(second)).toEqual({ c: 5 });
    expect(layout.toSubmit(layout.fromSaved({ c: ' x ' }))).toEqual({ c: ' x ' });
  });

  it('of single values without a title say of which type they are', () => {
    const oneOf = [{ type: 'string' }, { type: 'array', items: { type: 'string' } }, { enum: ['x', 'y'] }, { type: 'boolean', title: 'Own' }];
    const { branches } = only(layOutForm({ properties: { c: { oneOf } } }));
    expect(branches.map(({ label, valueType }) => [label, valueType])).toEqual([
      ['String', 'string'],
      ['Array', 'array'],
      ['x / y', null],
      ['Own', null],
    ]);
    const list = only(layOutForm({ properties: { l: { type: 'array', items: { oneOf: oneOf.slice(0, 2) } } } }));
    expect(itemAt(list, 1).branches[1]?.valueType).toBe('array');
  });

  it('at the root stand beside the properties', () => {
    const layout = layOutForm({
      type: 'object',
      required: ['name', 'mode'],
      properties: { name: { type: 'string' }, mode: { type: 'string' }, $choice: { type: 'string' } },
      oneOf: [
        { title: 'Fast', properties: { mode: { const: 'fast' }, speed: { type: 'integer' } } },
        { title: 'Safe', properties: { mode: { const: 'safe' } } },
      ],
    });
    const choice = layout.fields.find(({ kind }) => kind === 'choice');
    if (choice === undefined) throw new Error('no choice');
    expect(layout.fields.map(({ path }) => path.join('.'))).toEqual(['name', '', '$choice']);
    expect(choice).toMatchObject({ path: [], draftPath: ['$$choice'], label: 'Mode' });
    const saved = { name: 'n', mode: 'fast', speed: 3, $choice: 'c', extra: 1 };
    const draft = layout.fromSaved(saved);
    expect(layout.toSubmit(draft)).toEqual(saved);
    expect(layout.toSubmit(chooseBranch(choice, draft, 1))).toEqual({ name: 'n', mode: 'safe', $choice: 'c', extra: 1 });
  });

  it('that only say what is required ask for nothing more', () => {
    const layout = layOutForm({ properties: { a: { type: 'string' }, b: { type: 'string' } }, oneOf: [{ required: ['a'] }, { required: ['b'] }] });
    expect(layout.fields.map(({ path, required }) => [path.join('.'), required])).toEqual([
      ['a', false],
      ['b', false],
    ]);
  });

  it('inside choices keep the drafts of both', () => {
    const inner = { oneOf: [{ properties: { codec: { const: 'none' } } }, { properties: { codec: { const: 'gzip' }, level: { type: 'integer' } } }] };
    const layout = layOutForm({
      required: ['format'],
      properties: { format: { oneOf: [{ properties: { type: { const: 'csv' }, compression: inner } }, { properties: { type: { const: 'raw' } } }] } },
    });
    const outer = only(layout);
    const nested = outer.branches[0]?.fields.find(({ kind }) => kind === 'choice');
    if (nested === undefined) throw new Error('no inner choice');
    const draft = withValueAt(chooseBranch(nested, layout.defaults(), 1), ['format', 'drafts', '0', 'compression', 'drafts', '1', 'level'], '9');
    expect(layout.toSubmit(draft)).toEqual({ format: { type: 'csv', compression: { codec: 'gzip', level: 9 } } });
    expect(layout.toSubmit(chooseBranch(outer, chooseBranch(outer, draft, 1), 0))).toEqual(layout.toSubmit(draft));
  });

  it('whose branches have no title are named by what they ask', () => {
    const oneOf = [
      { properties: { api_key: { type: 'string' } } },
      { properties: { user: { type: 'string' }, password: { type: 'string' }, realm: { type: 'string' } } },
    ];
    expect(only(layOutForm({ properties: { c: { oneOf } } })).branches.map(({ label }) => label)).toEqual(['API key', 'User, Password']);
  });
});

describe('an untouched choice', () => {
  it('takes a hidden branch where all are hidden', () => {
    const hidden = (t: string) => ({ airbyte_hidden: true, properties: { t: { const: t } } });
    const layout = layOutForm({ required: ['c'], properties: { c: { oneOf: [hidden('a'), hidden('b')] } } });
    expect(layout.toSubmit(layout.defaults())).toEqual({ c: { t: 'a' } });
  });

  it('of lists is told by what their items require', () => {
    const items = [{ type: 'object', oneOf: [{ required: ['on'], properties: { on: { const: false }, kind: { const: 0 } } }] }, { type: 'object' }];
    const layout = layOutForm({ type: 'object', properties: { rules: { oneOf: items.map((item) => ({ type: 'array', items: item })) } } });
    for (const saved of [{ rules: [{}] }, { rules: [{ on: false, kind: 0 }] }]) expect(layout.toSubmit(layout.fromSaved(saved))).toEqual(saved);
  });

  it('that is optional and says nothing is left out, unless it was saved so', () => {
    const layout = layOutForm({ properties: { c: { oneOf: [{ properties: { a: { type: 'string' } } }, { title: 'None', type: 'object' }] } } });
    expect(layout.toSubmit(layout.defaults())).toEqual({});
    expect(layout.toSubmit(layout.fromSaved({ c: {} }))).toEqual({ c: {} });
  });
});

describe('the names of branches', () => {
  const branch = (properties: object, title?: string) => ({ title, type: 'object', properties });
  it.each<[string, object[], string[]]>([
    ['one title: the constants', [branch({ t: { const: 'a' } }, 'Same'), branch({ t: { enum: ['b'] } }, 'Same')], ['Same (a)', 'Same (b)']],
    [
      'one title, and no constants: numbers',
      [branch({ a: {} }, 'Same'), branch({ b: {} }, 'Other'), branch({ c: {} }, 'Same')],
      ['Same (1)', 'Other', 'Same (3)'],
    ],
    ['a constant that all have: what is asked', [branch({ t: { const: null }, a: {} }), branch({ t: { const: null }, b: {} })], ['A', 'B']],
    [
      'a constant that all have before one that differs',
      [branch({ s: { const: 's' }, t: { const: 'x' } }), branch({ s: { const: 's' }, t: { const: 'y' } })],
      ['X', 'Y'],
    ],
    ['no text: what it is of', [branch({ version: { const: 1 } }), branch({ version: { const: 2 } })], ['Version: 1', 'Version: 2']],
    [
      'constants that say nothing: what is asked, or a place',
      [
        branch({ t: { const: { a: 1 } }, a: {} }),
        branch({ t: { const: '' } }, 'S'),
        branch({ t: { const: ' ' } }, 'S'),
        branch({ t: { const: 'x'.repeat(41) } }),
      ],
      ['A', 'S (2)', 'S (3)', '4'],
    ],
    [
      'a constant that makes a name of another: a place too',
      [branch({ t: { const: 'a' } }, 'S'), branch({ t: { const: 'b' } }, 'S'), branch({ t: { const: 'c' } }, 'S (a)')],
      ['S (a)', 'S (b)', 'S (a) (3)'],
    ],
    ['values of one type, which words for people name', [{ type: 'string', minLength: 1 }, { type: 'string' }], ['String', 'String']],
    [
      'texts of two formats',
      [
        { type: 'string', format: 'date' },
        { type: 'string', format: 'date-time' },
      ],
      ['Date', 'Date time'],
    ],
  ])('tell them apart: %s', (_, oneOf, labels) => {
    expect(only(layOutForm({ properties: { c: { oneOf } } })).branches.map(({ label }) => label)).toEqual(labels);
  });

  it('are their types where an object is one of any keys, among single values', () => {
    const { branches } = only(layOutForm({ properties: { c: { oneOf: [{ type: 'string' }, { type: 'object' }] } } }));
    expect(branches.map(({ valueType, fields }) => [valueType, fields.map(({ kind }) => kind)])).toEqual([
      ['string', ['text']],
      ['object', ['json']],
    ]);
    const map = { type: 'object', additionalProperties: { type: 'string' } };
    const beside = only(layOutForm({ properties: { c: { oneOf: [map, branch({ a: {} })] } } }));
    expect(beside.branches[0]?.fields.map(({ kind }) => kind)).toEqual(['json']);
    const none = only(layOutForm({ properties: { c: { oneOf: [{ title: 'None', type: 'object' }, branch({ a: {} })] } } }));
    expect(none.branches[0]).toMatchObject({ label: 'None', fields: [] });
  });
});

describe('what a consent fills', () => {
  const oauth = {
    predicate_key: ['auth', 'type'],
    predicate_value: 'oauth',
    oauth_config_specification: { complete_oauth_output_specification: { properties: { token: { path_in_connector_config: ['auth', 'token'] } } } },
  };
  const schema = {
    type: 'object',
    required: ['auth'],
    properties: {
      auth: {
        type: 'object',
        oneOf: [
          { title: 'Key', properties: { type: { const: 'key' }, key: { type: 'string' } } },
          {
            title: 'Consent',
            required: ['token'],
            properties: { type: { const: 'oauth' }, token: { type: 'string', airbyte_secret: true }, host: { type: 'string' } },
          },
        ],
      },
    },
  };

  it('is not asked, and its branch is marked', () => {
    const choice = only(layOutForm(schema, { advancedAuth: oauth }));
    expect(choice.branches.map(({ oauth: isConsent }) => isConsent)).toEqual([false, true]);
    expect(choice.branches[1]?.fields.find(({ path }) => path.at(-1) === 'token')).toMatchObject({ hidden: true, required: false });
  });

  it('stays in a saved configuration', () => {
    const layout = layOutForm(schema, { advancedAuth: oauth });
    const saved = { auth: { type: 'oauth', token: '**********', host: 'h' } };
    const draft = layout.fromSaved(saved);
    expect(JSON.stringify(draft)).not.toContain('*****');
    expect(valueAt(draft, ['auth', 'drafts', '1', 'host'])).toBe('h');
    expect(layout.toSubmit(draft)).toEqual(saved);
  });

  it('is asked as before where nothing says otherwise', () => {
    expect(
      only(layOutForm(schema)).branches.every((branch) => !branch.oauth && branch.fields.every(({ hidden, path }) => !hidden || path.at(-1) === 'type')),
    ).toBe(true);
  });
});

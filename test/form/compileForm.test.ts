import { describe, expect, it } from 'vitest';
import { builtInCatalog, definitionOfEntry } from '../../src/catalog/index.js';
import { compileForm, errorKey, type FormField, withValueAt } from '../../src/form/index.js';

async function formOf(slug: string, method: string) {
  const entry = await builtInCatalog.load(slug);
  if (entry === null) throw new Error(`${slug} is not in the catalogue`);
  const found = definitionOfEntry(entry).methods.find(({ key }) => key === method);
  if (found === undefined) throw new Error(`${slug} has no method ${method}`);
  return compileForm(found.schema);
}

const leaves = (fields: readonly FormField[]): FormField[] => fields.flatMap((field) => (field.kind === 'object' ? leaves(field.fields) : [field]));
const codes = (errors: readonly { path: readonly (string | number)[]; code: string }[]) =>
  Object.fromEntries(errors.map(({ path, code }) => [errorKey(path), code]));

describe('the catalogue’s forms', () => {
  it('ask what Stripe needs, with the secret marked, and send each value to its place', async () => {
    const form = await formOf('stripe', 'bearerAuth');
    expect(leaves(form.fields).map(({ path, kind, secret, required }) => [errorKey(path), kind, secret, required])).toEqual([
      ['credentials.api_key', 'secret', true, true],
      ['replication_config.account_id', 'text', false, true],
    ]);
    expect(form.toSubmit({ credentials: { api_key: ' rk_1 ' }, replication_config: { account_id: 'acct_1' } })).toEqual({
      credentials: { api_key: 'rk_1' },
      replication_config: { account_id: 'acct_1' },
    });
  });

  it('ask Zendesk’s subdomain before consent, and nothing else', async () => {
    const form = await formOf('zendesk-support', 'zendeskOAuth');
    expect(leaves(form.fields).map(({ path }) => errorKey(path))).toEqual(['environment.subdomain']);
    expect(leaves(form.fields)[0]?.examples).toEqual(['your-subdomain']);
    expect(form.defaults()).toEqual({ environment: {} });
  });

  it('ask nothing before HubSpot’s consent', async () => {
    const form = await formOf('hubspot', 'oauth2');
    expect(form.fields).toEqual([]);
    expect(form.validate(form.toSubmit({}))).toEqual({ valid: true, errors: [] });
  });

  it('say which value is missing or malformed', async () => {
    const form = await formOf('zendesk-support', 'zendeskAPIToken');
    expect(codes(form.validate(form.toSubmit({ environment: { subdomain: ' ' }, credentials: { email: 'not an address' } })).errors)).toEqual({
      'environment.subdomain': 'required',
      'credentials.email': 'format',
      'credentials.api_token': 'required',
    });
  });
});

describe('compileForm', () => {
  const schema = {
    type: 'object',
    required: ['size', 'when'],
    properties: {
      note: { type: 'string', order: 0 },
      size: { type: 'integer', minimum: 1, maximum: 9, title: 'Size' },
      when: { type: 'string', format: 'date' },
      mood: { enum: ['calm', 'keen'] },
      on: { type: 'boolean', default: true },
      words: { type: 'array', items: { type: 'string' } },
      code: { type: 'string', pattern: '^[A-Z]{2}$', pattern_descriptor: 'two capitals' },
      odd: { type: 'object', oneOf: [{}, {}] },
    },
  };

  it('picks a control by type, asks the required first, and names what it does not understand', () => {
    const form = compileForm(schema);
    expect(form.fields.map(({ label, kind }) => `${label}: ${kind}`)).toEqual([
      'Size: number',
      'When: date',
      'Note: text',
      'Code: text',
      'Mood: select',
      'Odd: json',
      'On: switch',
      'Words: tags',
    ]);
    expect(form.warnings).toHaveLength(1);
    expect(form.warnings[0]).toContain('odd');
    expect(form.defaults()).toEqual({ on: true });
  });

  it('converts what was typed and leaves out what is blank', () => {
    const { toSubmit } = compileForm(schema);
    expect(toSubmit({ size: '3', when: '', note: '  ', words: [], odd: '{"a":1}', on: false })).toEqual({ size: 3, odd: { a: 1 }, on: false });
  });

  it('judges exactly the value it gets, with a code and its bounds', () => {
    const { validate } = compileForm(schema);
    expect(validate({ size: 12, when: '2026-01-01', code: 'x' })).toEqual({
      valid: false,
      errors: [
        { path: ['size'], code: 'maximum', params: { maximum: 9 } },
        { path: ['code'], code: 'pattern', params: { pattern: 'two capitals' } },
      ],
    });
    expect(validate({ size: 3, when: '2026-01-01' })).toEqual({ valid: true, errors: [] });
    expect(codes(validate({ size: 'x', when: 'soon', mood: 'grim' }).errors)).toEqual({ size: 'type', when: 'format', mood: 'enum' });
  });
});

it('replaces one value without touching its siblings', () => {
  const values = { credentials: { email: 'a@b.example', api_token: 'x' } };
  expect(withValueAt(values, ['credentials', 'email'], 'c@d.example')).toEqual({ credentials: { email: 'c@d.example', api_token: 'x' } });
  expect(values.credentials.email).toBe('a@b.example');
  expect(withValueAt({}, ['environment', 'subdomain'], 'acme')).toEqual({ environment: { subdomain: 'acme' } });
});

it('shows the names of a choice’s values, and the values where a name is missing', () => {
  const region = { type: 'string', enum: ['https://eu.example.com', 'us'], enumNames: ['Europe'] };
  const [field] = compileForm({ type: 'object', properties: { region } }).fields;
  expect(field?.options).toEqual([
    { value: 'https://eu.example.com', label: 'Europe' },
    { value: 'us', label: 'us' },
  ]);
});

import { describe, expect, it } from 'vitest';
import { createTokenClient } from '../../src/airbyte/index.js';
import { builtInCatalog, type CatalogEntries, definitionOfEntry, extendCatalog } from '../../src/catalog/index.js';
import { isConnectError } from '../../src/core/index.js';

const ACME_ID = '0c1f9e50-7a41-4f7e-9c63-2f1d2a3b4c5d';
const token = { name: 'token', place: 'credentials', type: 'string', required: true, secret: true } as const;
const deals = { entity: 'deals', action: 'list', kind: 'read', schema: { type: 'object', properties: {} } } as const;
const acme = { id: ACME_ID, name: 'Acme CRM', methods: [{ key: 'apiToken', kind: 'key', fields: [token] }] } as const;

const extended = (entries: CatalogEntries) => extendCatalog(builtInCatalog, entries);

async function loaded(entries: CatalogEntries, slug: string) {
  const entry = await extended(entries).load(slug);
  if (entry === null) throw new Error(`${slug} is not in the catalogue`);
  return entry;
}

/** The sentence with which the entries are refused at once. */
// SAFETY: what a host without types may pass.
function refusalOf(entries: unknown): string {
  try {
    extended(entries as CatalogEntries);
  } catch (error) {
    if (isConnectError(error) && error.code === 'invalid_prop') return error.message;
    throw error;
  }
  return 'accepted';
}

describe('a correction', () => {
  it('changes the words that it names and leaves the others', async () => {
    const entry = await loaded({ stripe: { words: { fields: { api_key: { help: 'Ask finance for it.' } } } } }, 'stripe');
    expect(entry.words.fields.api_key).toEqual({ label: 'Secret key', help: 'Ask finance for it.' });
    expect(entry.words.fields.account_id?.label).toBe('Account ID');
  });

  it('gives a name, a category and a logo to the list and to the entry', async () => {
    const entries = { stripe: { name: 'Stripe Inc.', iconUrl: 'https://cdn.example.com/stripe.svg', words: { category: 'Money' } } };
    const own = { slug: 'stripe', name: 'Stripe Inc.', iconUrl: 'https://cdn.example.com/stripe.svg' };
    expect(extended(entries).find('STRIPE')).toMatchObject({ ...own, category: 'Money' });
    expect(definitionOfEntry(await loaded(entries, 'stripe'))).toMatchObject({ ...own, category: 'Money' });
  });

  it('replaces an operation and adds another', async () => {
    const list = {
      entity: 'customers',
      action: 'list',
      kind: 'read',
      schema: { type: 'object', properties: { limit: { type: 'integer', maximum: 5 } } },
    } as const;
    const before = await loaded({}, 'stripe');
    const { operations } = await loaded({ stripe: { operations: [list, deals] } }, 'stripe');
    expect(operations).toHaveLength(before.operations.length + 1);
    expect(operations.find(({ entity, action }) => entity === 'customers' && action === 'list')).toEqual(list);
  });

  it('turns OAuth off: the values of the consent are asked for', async () => {
    const { methods } = definitionOfEntry(await loaded({ gmail: { oauth: false } }, 'gmail'));
    expect(methods).toMatchObject([{ key: 'oauth2', kind: 'key', label: 'Tokens of your own Gmail app' }]);
    expect(methods[0]?.schema).toMatchObject({ properties: { credentials: { required: ['refresh_token'] } } });
  });

  it('turns OAuth off where a key is offered too: nothing is lost', async () => {
    const { methods } = await loaded({ 'tiktok-marketing': { oauth: false } }, 'tiktok-marketing');
    expect(methods.map(({ key, kind }) => [key, kind])).toEqual([['oauth', 'key']]);
  });

  it('turns OAuth on where the catalogue offers none, once', async () => {
    const { methods } = definitionOfEntry(await loaded({ airtable: { oauth: true } }, 'airtable'));
    expect(methods.map(({ kind, label }) => [kind, label])).toEqual([
      ['oauth', 'Sign in with Airtable'],
      ['key', 'Personal access token'],
    ]);
    expect((await loaded({ hubspot: { oauth: true } }, 'hubspot')).methods).toEqual((await loaded({}, 'hubspot')).methods);
  });

  it('takes the check away', async () => {
    expect((await loaded({ stripe: { check: null } }, 'stripe')).check).toBeNull();
  });

  it('leaves the base and every other entry as they are', async () => {
    await loaded({ stripe: { name: 'Other' } }, 'stripe');
    expect(builtInCatalog.find('stripe')?.name).toBe('Stripe');
    expect(await extended({ stripe: { name: 'Other' } }).load('hubspot')).toBe(await builtInCatalog.load('hubspot'));
  });
});

describe('an addition', () => {
  it('is found by slug and id, listed, and asked for', async () => {
    const catalog = extended({ 'acme-crm': { ...acme, operations: [deals], check: { entity: 'deals', action: 'list' } } });
    expect(catalog.list()).toHaveLength(52);
    expect(catalog.find(ACME_ID.toUpperCase())?.slug).toBe('acme-crm');
    const entry = await catalog.load('Acme-CRM');
    expect(entry?.check).toEqual({ entity: 'deals', action: 'list', params: {} });
    expect(entry && definitionOfEntry(entry).methods[0]?.schema).toMatchObject({
      properties: { credentials: { properties: { token: { airbyte_secret: true } } } },
    });
  });
});

describe('a mistake is named by entry and key', () => {
  it.each([
    ['an unknown key', { stripe: { opertions: [] } }, '`catalog.stripe.opertions` is no key that is known here'],
    ['a wrong type', { gmail: { oauth: 'no' } }, '`catalog.gmail.oauth` must be true or false, and is "no".'],
    ['no entry', { gmail: null }, '`catalog.gmail` must be an object, and is null.'],
    ['a wrong-cased slug', { HubSpot: { oauth: true } }, '`catalog.HubSpot`: name the entry by its slug, `hubspot`.'],
    ['a slug that is none', { 'Acme CRM': acme }, '`catalog.Acme CRM`: a slug has small letters'],
    ['a new entry without an id', { acme: { name: 'Acme' } }, '`catalog.acme.id` is missing. (The catalogue has no acme, so this is a new entry.'],
    ['an id that is no UUID', { acme: { ...acme, id: '17' } }, '`catalog.acme.id` must be a UUID, and is "17".'],
    ['the id of another', { acme: { ...acme, id: 'e094cb9a-26de-4645-8761-65c0c425d1de' } }, '`catalog.acme.id` is also the id of stripe.'],
    ['no method', { acme: { ...acme, methods: [] } }, '`catalog.acme.methods` is empty'],
    ['a method twice', { acme: { ...acme, methods: [...acme.methods, ...acme.methods] } }, '`catalog.acme.methods` has the key "apiToken" twice.'],
    ['a field without a place', { acme: { ...acme, settings: [{ ...token, place: undefined }] } }, '`catalog.acme.settings[token].place` is missing.'],
    [
      'a wrong place',
      { acme: { ...acme, methods: [{ ...acme.methods[0], fields: [{ ...token, place: 'body' }] }] } },
      '`catalog.acme.methods[apiToken].fields[token].place` must be one of',
    ],
    [
      'words of nothing',
      { acme: { ...acme, words: { fields: { tokn: { label: 'Token' } } } } },
      '`catalog.acme.words.fields.tokn` names what the connector does not have: it has token.',
    ],
    ['words without a label', { acme: { ...acme, words: { fields: { token: { help: 'Yours.' } } } } }, '`catalog.acme.words.fields.token.label` is missing.'],
    [
      'a check of nothing',
      { acme: { ...acme, check: { entity: 'deals', action: 'list' } } },
      '`catalog.acme.check` names deals.list, which is not among the operations.',
    ],
    ['a check that writes', { acme: { ...acme, operations: [{ ...deals, kind: 'write' }], check: { entity: 'deals', action: 'list' } } }, 'which is no read'],
    [
      'a paging style that is none',
      { acme: { ...acme, operations: [{ ...deals, paging: { style: 'pages' } }] } },
      '`catalog.acme.operations[0].paging.more` is missing.',
    ],
    ['a plain http logo', { stripe: { iconUrl: 'http://cdn.example.com/a.svg' } }, '`catalog.stripe.iconUrl` must be an https address'],
  ])('%s', (_, entries, sentence) => {
    expect(refusalOf(entries)).toContain(sentence);
  });

  it('a correction that does not fit its entry, when the entry is loaded', async () => {
    const catalog = extended({ stripe: { words: { fields: { api_kye: { label: 'Key' } } } } });
    await expect(catalog.load('stripe')).rejects.toMatchObject({
      code: 'invalid_prop',
      message: expect.stringContaining('`catalog.stripe.words.fields.api_kye` names'),
    });
    await expect(catalog.load('hubspot')).resolves.toMatchObject({ slug: 'hubspot' });
  });

  it('at once by the token client', () => {
    const create = () => createTokenClient({ tokenEndpoint: '/token', catalog: { gmail: { name: ' ' } } });
    expect(create).toThrow('`catalog.gmail.name` must be a text, and is " ".');
  });
});

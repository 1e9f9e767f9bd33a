import { describe, expect, it } from 'vitest';
import { builtInCatalog, definitionOfEntry } from '../../src/catalog/index.js';
import type { ConnectApi, ConnectorDefinitionDetail } from '../../src/core/index.js';
import { renamed, reworded } from '../../src/hooks/catalogWords.js';
import { withCatalogWords } from '../../src/hooks/withCatalogWords.js';

async function definitionOf(slug: string): Promise<ConnectorDefinitionDetail> {
  const entry = await builtInCatalog.load(slug);
  if (entry === null) throw new Error(`${slug} is not in the catalogue`);
  return definitionOfEntry(entry);
}

describe('a definition in the host’s words', () => {
  it('takes name, category, logo, and the words of methods, fields and choices', async () => {
    const zoho = reworded(await definitionOf('zoho-crm'), {
      'zoho-crm': {
        name: 'Zoho',
        iconUrl: 'https://cdn.example.com/zoho.svg',
        words: {
          category: 'Sales',
          methods: { oauth2: { label: 'Connect Zoho' } },
          fields: { dc_region: { label: 'Where', help: 'Ask IT.', options: { eu: 'Europa' } } },
        },
      },
    });
    expect(zoho).toMatchObject({ id: '4942d392-c7b5-4271-91f9-3b4f4e51eb3e', name: 'Zoho', category: 'Sales', iconUrl: 'https://cdn.example.com/zoho.svg' });
    expect(zoho.methods[0]).toMatchObject({ label: 'Connect Zoho', description: 'Allow access in a Zoho window. Nothing to copy.' });
    expect(zoho.methods[0]?.schema).toMatchObject({
      properties: {
        environment: { properties: { dc_region: { title: 'Where', description: 'Ask IT.', enumNames: ['com', 'com.au', 'Europa', 'in', 'com.cn', 'jp'] } } },
      },
    });
  });

  it('is the backend’s where the host says nothing, and asks for nothing that the backend does not', async () => {
    const stripe = await definitionOf('stripe');
    expect(reworded(stripe, { hubspot: { name: 'Other' } })).toEqual(stripe);
    expect(reworded(stripe, { stripe: { words: { fields: { gone: { label: 'Gone' } } } } })).toEqual(stripe);
    expect(renamed({ ...stripe, slug: null }, { stripe: { name: 'Other' } }).name).toBe('Stripe');
  });
});

it('an api keeps its other methods, also those of a class', async () => {
  const stripe = await definitionOf('stripe');
  class Host {
    readonly owner = 'ada';
    async listDefinitions() {
      return [stripe];
    }
    async getDefinition() {
      return stripe;
    }
    async deleteConnector(id: string) {
      deleted.push(`${this.owner} ${id}`);
    }
  }
  const deleted: string[] = [];
  // SAFETY: the test calls only the three methods that are there.
  const api = withCatalogWords(new Host() as unknown as ConnectApi, () => ({ stripe: { name: 'Cards' } }));
  expect((await api.listDefinitions()).map(({ name }) => name)).toEqual(['Cards']);
  expect((await api.getDefinition('stripe')).name).toBe('Cards');
  await api.deleteConnector('c1');
  expect(deleted).toEqual(['ada c1']);
});

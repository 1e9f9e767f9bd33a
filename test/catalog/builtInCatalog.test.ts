import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalog, definitionOfEntry } from '../../src/catalog/index.js';

const shared = process.env.ACK_SHARED;
const SLUGS = ['stripe', 'hubspot', 'zendesk-support'];

async function load(slug: string) {
  const entry = await builtInCatalog.load(slug);
  if (entry === null) throw new Error(`${slug} is not in the catalogue`);
  return entry;
}

it('finds a definition by id or slug, in any case, and answers null for an unknown one', async () => {
  expect(builtInCatalog.find('HubSpot')?.id).toBe('36c891d9-4bd9-43ac-bad2-10e12756272c');
  expect(builtInCatalog.find('36C891D9-4BD9-43AC-BAD2-10E12756272C')?.slug).toBe('hubspot');
  expect(builtInCatalog.find('nope')).toBeNull();
  expect(await builtInCatalog.load('nope')).toBeNull();
});

it('offers OAuth and a key for HubSpot and Zendesk Support, a key for Stripe', async () => {
  const offered = await Promise.all(SLUGS.map(async (slug) => definitionOfEntry(await load(slug)).methods.map(({ kind, label }) => `${kind}: ${label}`)));
  expect(offered).toEqual([['key: Secret key'], ['oauth: Sign in with HubSpot', 'key: Private app token'], ['oauth: Sign in with Zendesk', 'key: API token']]);
});

it.each(SLUGS)('%s has words for every method and every field', async (slug) => {
  const { methods, settings, words } = await load(slug);
  const fields = [...settings, ...methods.flatMap((method) => method.fields)];
  expect(methods.map(({ key }) => key)).toEqual(Object.keys(words.methods));
  expect(fields.map(({ name }) => name).filter((name) => !words.fields[name]?.label)).toEqual([]);
});

it.each(SLUGS)('%s has a check call that is one of its reads', async (slug) => {
  const { check, operations } = await load(slug);
  expect(operations.find(({ entity, action }) => entity === check?.entity && action === check.action)?.kind).toBe('read');
});

describe.skipIf(!shared)('against the facts (needs ACK_SHARED)', () => {
  it.each(SLUGS)('%s has every operation, parameter and paging rule of the facts', async (slug) => {
    const facts = JSON.parse(readFileSync(`${shared}/facts/connectors/${slug}.json`, 'utf8'));
    const { operations, id } = await load(slug);
    expect(id).toBe(facts.definition_id);
    const expected = new Map<string, { params: string[]; style: string | undefined }>();
    for (const entity of facts.entities) {
      for (const action of entity.actions) {
        const key = `${entity.name}.${action.action}`;
        const params = action.params.filter((param: { in: string }) => param.in !== 'header').map((param: { name: string }) => param.name);
        if (!expected.has(key)) expected.set(key, { params, style: action.paging?.style });
      }
    }
    const actual = operations.map(({ entity, action, schema, paging }) => [
      `${entity}.${action}`,
      { params: Object.keys(schema.properties ?? {}), style: paging?.style },
    ]);
    expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(expected));
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { builtInCatalog, definitionOfEntry } from '../../src/catalog/index.js';
import { load, SLUGS } from './all.js';

const folder = fileURLToPath(new URL('../../src/catalog/', import.meta.url));

describe.each(SLUGS)('%s', (slug) => {
  it('has a label for every method and every field, and no words for what it does not have', async () => {
    const { methods, settings, words } = await load(slug);
    const fields = [...settings, ...methods.flatMap((method) => [...method.fields, ...(method.consentFields ?? [])])].map(({ name }) => name);
    expect(Object.keys(words.methods).toSorted()).toEqual(methods.map(({ key }) => key).toSorted());
    expect(fields.filter((name) => !words.fields[name]?.label)).toEqual([]);
    const constants = ['start_date', 'replication_start_date', 'lookback_window', 'join_channels'];
    expect(Object.keys(words.fields).filter((name) => !fields.includes(name) && !constants.includes(name))).toEqual([]);
  });

  it('says in one sentence what each method is for, and in sentences what a field wants', async () => {
    const { methods, fields } = (await load(slug)).words;
    const sentences = [
      ...Object.values(methods).map(({ description }) => description),
      ...Object.values(fields).flatMap(({ help }) => (help === undefined ? [] : [help])),
    ];
    expect(sentences.filter((sentence) => !/^(?:[A-Z`]|monday\.com|incident\.io|\d).+[.]$/.test(sentence ?? ''))).toEqual([]);
    expect(sentences.filter((sentence) => /https?:\/\/(?!\S*(?:`|$))|<|\[/.test(sentence ?? ''))).toEqual([]);
  });

  it('labels every value of a choice that is not a word', async () => {
    const { settings, words } = await load(slug);
    const choices = settings.filter((field) => field.enum !== undefined);
    expect(choices.map(({ name }) => [name, Object.keys(words.fields[name]?.options ?? {}).toSorted()])).toEqual(
      choices.map(({ name, enum: values }) => [name, (values ?? []).map(String).toSorted()]),
    );
  });
});

it('lists each under the category of its words', async () => {
  const entries = await Promise.all(SLUGS.map(load));
  expect(entries.map(({ words }) => words.category)).toEqual(builtInCatalog.list().map(({ category }) => category));
});

it('never asks for what the consent tells, and asks for it where keys are typed', async () => {
  const salesforce = await load('salesforce');
  const [byConsent] = definitionOfEntry(salesforce).methods;
  const [method] = salesforce.methods;
  const byKey = definitionOfEntry({ ...salesforce, methods: [{ key: 'oauth2', kind: 'key', fields: method?.consentFields ?? [] }] }).methods[0];
  expect(byConsent?.schema.properties).toEqual({});
  expect(byKey?.schema).toMatchObject({ properties: { environment: { required: ['instance_url'] } } });
});

describe('a connector is one chunk', () => {
  it.each(SLUGS)('%s imports its words, which import nothing', (slug) => {
    const imports = (path: string) => [...readFileSync(`${folder}${path}`, 'utf8').matchAll(/^import (?!type).*from '([^']+)';$/gm)].map(([, from]) => from);
    expect(imports(`connectors/${slug}.ts`)).toEqual([`../words/${slug}.js`]);
    expect(imports(`words/${slug}.ts`)).toEqual([]);
  });

  it('and the types of operations are types alone', () => {
    const files = readdirSync(`${folder}connectors`).filter((name) => name.endsWith('operations.ts'));
    const code = files.filter((name) => /^(?:import (?!type)|export (?!interface))/m.test(readFileSync(`${folder}connectors/${name}`, 'utf8')));
    expect(files).toHaveLength(SLUGS.length + 1);
    expect(code).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { load, SLUGS } from './all.js';
import { type FieldFact, readConnector, readIndex, readSeedNames, shared } from './factsOnDisk.js';

// Decided by hand from the three signs, so that the rule is compared with a list and not with itself.
const OAUTH = [
  'amazon-ads amazon-seller-partner asana facebook-marketing github gitlab gmail gong google-ads google-analytics-data-api google-drive google-search-console',
  'harvest hubspot linkedin-ads monday notion paypal-transaction pinterest salesforce slack snapchat-marketing tiktok-marketing zendesk-support zendesk-talk zoho-crm',
].flatMap((line) => line.split(' '));

const asked = ({ replication_config, config }: ReturnType<typeof readConnector>) => [
  ...config.map((field) => ({ place: 'environment', ...field })),
  ...(replication_config?.fields ?? []).filter(({ constant }) => constant === undefined).map((field) => ({ place: 'replication_config', ...field })),
];

const factOf = ({ name, type, required, secret, source_spec_secret, format, pattern, enum: values }: FieldFact) => ({
  name,
  type,
  required,
  secret: source_spec_secret ?? secret ?? false,
  format,
  pattern,
  enum: values,
});

it('offers 51 connectors, 26 of them with a sign-in page', async () => {
  const entries = await Promise.all(SLUGS.map(load));
  expect(entries).toHaveLength(51);
  expect(entries.filter(({ methods }) => methods.some(({ kind }) => kind === 'oauth')).map(({ slug }) => slug)).toEqual(OAUTH);
});

describe.skipIf(!shared)('the catalogue against the facts (needs ACK_SHARED)', () => {
  it('has every connector of the facts and no other', () => {
    expect(SLUGS).toEqual(
      readIndex()
        .map(({ slug }) => slug)
        .toSorted(),
    );
  });

  it('counts what the facts count: 63 methods, 181 fields less 5 constants, 1457 operations', async () => {
    const entries = await Promise.all(SLUGS.map(load));
    const methods = entries.flatMap((entry) => entry.methods.filter(({ key }) => key !== 'hosted_oauth'));
    const fields = methods.flatMap((method) => (method.kind === 'oauth' ? (method.consentFields ?? []) : method.fields));
    const settings = entries.flatMap((entry) => entry.settings);
    const constants = SLUGS.flatMap((slug) => readConnector(slug).replication_config?.fields ?? []).filter(({ constant }) => constant !== undefined);
    expect([methods.length, fields.length, settings.length + constants.length]).toEqual([63, 129, 16 + 36]);
    expect(constants).toHaveLength(5);
    expect(entries.flatMap(({ operations }) => operations)).toHaveLength(1457);
  });

  it.each(SLUGS)('%s has the ids, methods and fields of the facts, each with its place', async (slug) => {
    const facts = readConnector(slug);
    const entry = await load(slug);
    expect(entry).toMatchObject({ id: facts.definition_id, name: facts.name, version: facts.version });
    const methods = entry.methods
      .filter(({ key }) => key !== 'hosted_oauth')
      .map(({ key, kind, fields, consentFields }) => ({ key, fields: kind === 'oauth' ? consentFields : fields }));
    expect(methods).toMatchObject(
      facts.auth.map(({ key, fields }) => ({ key, fields: fields.map((field) => ({ place: 'credentials', ...defined(factOf(field)) })) })),
    );
    expect(entry.settings).toMatchObject(asked(facts).map((field) => ({ place: field.place, ...defined(factOf(field)) })));
    expect(entry.settings).toHaveLength(asked(facts).length);
  });

  it.each(SLUGS)('%s fills in usable defaults only, and shows the others as examples', async (slug) => {
    const { settings } = await load(slug);
    for (const fact of asked(readConnector(slug))) {
      const field = settings.find(({ name }) => name === fact.name);
      const outside = fact.enum !== undefined && !fact.enum.some((value) => value === fact.default);
      const example = fact.default_is_placeholder === true || `${slug}.${fact.name}` === 'mailchimp.data_center';
      expect([fact.name, field?.default]).toEqual([fact.name, example || outside || fact.from_oauth_token ? undefined : fact.default]);
      expect(field?.placeholder).toBe(example ? String(fact.default).replace(/[{}]/g, '') : undefined);
    }
  });

  it.each(SLUGS)('%s has every operation, parameter and limit of the facts', async (slug) => {
    const facts = readConnector(slug);
    const scoped = new Set(facts.scoping.map(({ param }) => param));
    const expected = new Map<string, unknown>();
    for (const entity of facts.entities) {
      for (const { action, download, params } of entity.actions) {
        const key = `${entity.name}.${action}`;
        const wanted = params.filter((param) => param.in !== 'header');
        const required = wanted.filter((param) => param.required && !scoped.has(param.name) && param.injected_from_config === undefined);
        const limits = wanted.map(({ name, enum: values, minimum, maximum }) => [name, { enum: values, minimum, maximum }]);
        if (!expected.has(key)) expected.set(key, { download, required: required.map(({ name }) => name), limits: Object.fromEntries(limits) });
      }
    }
    const { operations } = await load(slug);
    const actual = operations.map(({ entity, action, kind, schema }) => {
      // SAFETY: the generator writes an object of schemas and a list of names; anything else fails the comparison.
      const { properties = {}, required = [] } = schema as { properties?: Record<string, Record<string, unknown>>; required?: string[] };
      const limits = Object.entries(properties).map(([name, { enum: values, minimum, maximum }]) => [name, { enum: values, minimum, maximum }]);
      return [`${entity}.${action}`, { download: kind === 'download', required, limits: Object.fromEntries(limits) }];
    });
    expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(expected));
    expect(operations).toHaveLength(expected.size);
  });

  it.each(SLUGS)('%s pages as the facts say', async (slug) => {
    const expected = new Map<string, unknown>();
    for (const entity of readConnector(slug).entities)
      for (const { action, paging } of entity.actions) {
        const { style, more, cursor, request_param, page_size_param, first, record_key, meta_at, records_at } = paging ?? {};
        const key = `${entity.name}.${action}`;
        if (!expected.has(key))
          expected.set(key, paging && { style, more, cursor: keysOf(cursor), request_param, page_size_param, first, record_key, meta_at, records_at });
      }
    const { operations } = await load(slug);
    const actual = operations.map(({ entity, action, paging }) => {
      const { style, more, cursor, requestParam, pageSizeParam, first, recordKey, metaAt, recordsAt } = paging ?? {};
      const { paramInUrl, ...rest } = cursor ?? {};
      const facts = {
        style,
        more,
        cursor: cursor && { ...rest, param_in_url: paramInUrl },
        first,
        record_key: recordKey,
        meta_at: metaAt,
        records_at: recordsAt,
      };
      return [`${entity}.${action}`, paging && { ...facts, request_param: requestParam, page_size_param: pageSizeParam }];
    });
    expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(expected));
  });

  it('tries credentials with the call of the facts, or with the one that needs nothing', async () => {
    const unverified: string[] = [];
    for (const { slug, check } of readIndex()) {
      const call = check?.needs === undefined ? check : check.instead;
      const entry = await load(slug);
      if (!call) unverified.push(slug);
      expect([slug, entry.check]).toEqual([slug, call ? { entity: call.entity, action: call.action, params: check?.params ?? {} } : null]);
      const operation = entry.operations.find(({ entity, action }) => entity === call?.entity && action === call.action);
      const required: unknown = operation?.schema.required ?? [];
      expect([slug, required]).toEqual([slug, Object.keys(entry.check?.params ?? {})]);
    }
    expect(unverified).toEqual(['tiktok-marketing']);
  });

  it('knows the keys of the older generation for the six connectors of the guides', async () => {
    for (const { slug, fields } of readSeedNames()) {
      const { methods, settings } = await load(slug);
      const key = methods.find(({ kind }) => kind === 'key');
      const names = [...(key?.fields ?? []), ...settings.filter(({ place }) => place === 'environment')].map(
        ({ name, authConfigName = name }) => authConfigName,
      );
      expect([slug, names.toSorted()]).toEqual([slug, fields.map(({ name }) => name).toSorted()]);
    }
  });
});

const defined = (facts: object) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

function keysOf(cursor: unknown): unknown {
  if (typeof cursor !== 'object' || cursor === null) return cursor;
  return Object.fromEntries(Object.entries(cursor).filter(([key]) => ['key', 'take', 'param_in_url', 'rel'].includes(key)));
}

// Writes src/catalog/connectors/<slug>.ts and src/catalog/listing.ts from a folder of connector facts.
// Usage: npm run catalog -- <folder of facts> [slug ...]      (default: the connectors that have words)
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const catalogFolder = fileURLToPath(new URL('../src/catalog/', import.meta.url));

/** The parameter as a JSON Schema property. Header parameters are filled by the sign-in and never asked. */
function schemaOf(param) {
  const { type, enum: values, default: preset, minimum, maximum, format, items, properties } = param;
  const schema = { type: type ?? 'string' };
  if (values !== undefined) schema.enum = values;
  if (preset !== undefined && !param.default_is_template) schema.default = preset;
  if (minimum !== undefined) schema.minimum = minimum;
  if (maximum !== undefined) schema.maximum = maximum;
  if (format !== undefined) schema.format = format;
  if (items !== undefined) schema.items = schemaOf(items);
  if (properties !== undefined) Object.assign(schema, objectOf(properties));
  return schema;
}

function objectOf(params) {
  const required = params.filter((param) => param.required).map((param) => param.name);
  return {
    type: 'object',
    properties: Object.fromEntries(params.map((param) => [param.name, schemaOf(param)])),
    ...(required.length === 0 ? {} : { required }),
  };
}

const READS = new Set(['list', 'get', 'api_search', 'context_store_search']);

function pagingOf({ style, meta_at, records_at, more, cursor, request_param, page_size_param, first, record_key }) {
  return {
    style,
    ...(meta_at === undefined ? {} : { metaAt: meta_at }),
    ...(records_at === undefined ? {} : { recordsAt: records_at }),
    more,
    cursor: cursor && {
      key: cursor.key,
      take: cursor.take,
      ...(cursor.param_in_url ? { paramInUrl: cursor.param_in_url } : {}),
      ...(cursor.rel ? { rel: cursor.rel } : {}),
    },
    requestParam: request_param ?? null,
    pageSizeParam: page_size_param ?? null,
    ...(first === undefined ? {} : { first }),
    ...(record_key === undefined ? {} : { recordKey: record_key }),
  };
}

function operationsOf(entities) {
  const seen = new Set();
  return entities.flatMap((entity) =>
    entity.actions.flatMap((action) => {
      const id = `${entity.name}.${action.action}`;
      if (seen.has(id)) return []; // declared twice: the first path shadows the second
      seen.add(id);
      const kind = action.download ? 'download' : READS.has(action.action) ? 'read' : 'write';
      const asked = action.params.filter((param) => param.in !== 'header');
      return [{ entity: entity.name, action: action.action, kind, schema: objectOf(asked), ...(action.paging ? { paging: pagingOf(action.paging) } : {}) }];
    }),
  );
}

const fieldOf = (place) => (field) => ({
  name: field.name,
  place,
  type: field.type,
  required: field.required,
  secret: field.source_spec_secret ?? field.secret ?? false,
  ...(field.format === undefined ? {} : { format: field.format }),
  ...(field.pattern === undefined ? {} : { pattern: field.pattern }),
  ...(field.enum === undefined ? {} : { enum: field.enum }),
  ...(field.default_is_placeholder ? { placeholder: field.default } : {}),
});

function factsOf(file, check) {
  const offersOAuth = file.oauth.documented_hosted_flow || file.oauth.public_api_source_type;
  return {
    id: file.definition_id,
    slug: file.slug,
    name: file.name,
    version: file.version,
    methods: file.auth.flatMap((method) => {
      if (method.kind !== 'oauth2') return [{ key: method.key, kind: 'key', fields: method.fields.map(fieldOf('credentials')) }];
      return offersOAuth ? [{ key: method.key, kind: 'oauth', fields: [] }] : [];
    }),
    settings: [
      ...file.config.map(fieldOf('environment')),
      ...(file.replication_config?.fields ?? []).filter((field) => field.constant === undefined).map(fieldOf('replication_config')),
    ],
    operations: operationsOf(file.entities),
    check: check ? { entity: check.entity, action: check.action, params: check.params ?? {} } : null,
  };
}

function main() {
  const [folder, ...named] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Name the folder of facts: npm run catalog -- <folder>');
  const worded = readdirSync(join(catalogFolder, 'words')).map((name) => name.replace(/\.ts$/, ''));
  const slugs = (named.length === 0 ? worded : named).toSorted();
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')).connectors;
  const imports = [];
  const rows = [];
  for (const slug of slugs) {
    const file = JSON.parse(readFileSync(join(folder, 'connectors', `${slug}.json`), 'utf8'));
    const facts = factsOf(file, index.find((row) => row.slug === slug)?.check);
    const name = slug.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    const { operations, ...head } = facts;
    const lines = operations.map((operation) => `    ${JSON.stringify(operation)},`).join('\n');
    writeFileSync(
      join(catalogFolder, 'connectors', `${slug}.ts`),
      `// Generated by scripts/catalog.mjs from the facts of ${slug} ${facts.version}. Do not edit: words are in ../words/${slug}.ts.\n` +
        `import type { CatalogEntry } from '../types.js';\nimport { words } from '../words/${slug}.js';\n\nexport const entry: CatalogEntry = {\n` +
        `${Object.entries(head)
          .map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`)
          .join('\n')}\n  operations: [\n${lines}\n  ],\n  words,\n};\n`,
    );
    rows.push(
      `  { id: ${JSON.stringify(facts.id)}, slug: ${JSON.stringify(slug)}, name: ${JSON.stringify(facts.name)}, category: ${JSON.stringify(categoryOf(slug))} },`,
    );
    imports.push(`  ${JSON.stringify(slug)}: () => import('./connectors/${slug}.js'),`);
    console.log(`${name}: ${operations.length} operations`);
  }
  writeFileSync(
    join(catalogFolder, 'listing.ts'),
    `// Generated by scripts/catalog.mjs. Do not edit.\nimport type { CatalogEntry, CatalogListing } from './types.js';\n\nexport const LISTING: readonly CatalogListing[] = [\n${rows.join('\n')}\n];\n\n` +
      `/** One chunk each. */\nexport const LOADERS: Readonly<Record<string, () => Promise<{ entry: CatalogEntry }>>> = {\n${imports.join('\n')}\n};\n`,
  );
}

const categoryOf = (slug) => /category: '([^']+)'/.exec(readFileSync(join(catalogFolder, 'words', `${slug}.ts`), 'utf8'))[1];

main();

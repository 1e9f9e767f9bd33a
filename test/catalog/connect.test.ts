import { describe, expect, it } from 'vitest';
import { type CatalogOperation, definitionOfEntry } from '../../src/catalog/index.js';
import { type AuthMethod, type Connector, type ConnectorValues, type ExecuteResult, isJsonObject, readCallbackAddress, Sealed } from '../../src/core/index.js';
import { compileForm, withValueAt } from '../../src/form/index.js';
import { createSandbox } from '../../src/sandbox.js';
import { load, SLUGS } from './all.js';
import { leavesOf } from './leavesOf.js';
import { typedValue } from './typedValue.js';

// Every method of every connector, by the kit itself: its form filled in, connected by key or by consent, checked, and a list read to its end.
const definitions = await Promise.all(SLUGS.map(async (slug) => definitionOfEntry(await load(slug))));
const METHODS = definitions.flatMap(({ slug, methods }) =>
  methods.map((method) => ({ name: `${slug} ${method.key} (${method.kind})`, slug: slug ?? '', method })),
);

const MANY_PAGES = 60;

const sandbox = createSandbox();
const api = sandbox.connectApi({ userId: 'ada' });

function filledIn({ schema }: AuthMethod): Sealed<ConnectorValues> {
  const form = compileForm(schema);
  const typed = form.fields.flatMap(leavesOf).reduce((values, field) => withValueAt(values, field.path, typedValue(field)), form.defaults());
  // SAFETY: the schema's properties are the places of `ConnectorValues`, each an object.
  return new Sealed(form.toSubmit(typed) as ConnectorValues);
}

async function connect(definition: string, method: AuthMethod): Promise<Connector> {
  const input = { definition, method: method.key, values: filledIn(method) };
  if (method.kind === 'key') return api.createConnector(input);
  const { attemptId, consentUrl } = await api.startAttempt(input);
  const { state, params } = readCallbackAddress(sandbox.decideConsent(consentUrl, 'approve'));
  const outcome = await api.completeAttempt({ attemptId, state: state ?? '', params });
  if (outcome.status !== 'connected') throw new Error(`The sign-in ended ${JSON.stringify(outcome)}.`);
  return outcome.connector;
}

/** A plain value for each required parameter, and a small page where its size can be asked for. */
function firstParams({ schema, paging }: CatalogOperation): Record<string, unknown> {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  const names = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const sized = paging?.pageSizeParam ?? null;
  return {
    ...Object.fromEntries(names.map((name) => [name, plainValue(properties[name])])),
    ...(sized === null ? {} : { [sized]: smallPage(properties[sized]) }),
  };
}

function plainValue(property: unknown): unknown {
  const { type, enum: values, default: preset } = isJsonObject(property) ? property : {};
  if (preset !== undefined) return preset;
  if (Array.isArray(values)) return values[0];
  return { integer: 1, number: 1, boolean: true, array: ['1'], object: {} }[String(type)] ?? '1';
}

const smallPage = (property: unknown): unknown =>
  isJsonObject(property) && Array.isArray(property.enum) ? property.enum[0] : Math.max(5, Number(isJsonObject(property) ? (property.minimum ?? 5) : 5));

/** How a list is read: a list that needs nothing and tells its next page, else any list, else the first read. */
function bestRead(operations: readonly CatalogOperation[]): CatalogOperation | undefined {
  const lists = operations.filter(({ action }) => action === 'list');
  const pages = ({ paging }: CatalogOperation) => paging !== undefined && paging.style !== 'unknown' && paging.style !== 'has_more_only';
  const free = lists.filter(({ schema }) => !Array.isArray(schema.required));
  return free.find(pages) ?? lists.find(pages) ?? free[0] ?? lists[0] ?? operations.find(({ kind }) => kind === 'read');
}

it('counts 64 methods: 38 by key, 26 on a page', () => {
  expect([METHODS.filter(({ method }) => method.kind === 'key').length, METHODS.length]).toEqual([38, 64]);
});

describe.each(METHODS)('$name', ({ slug, method }) => {
  it('connects, is checked, and its list ends', async () => {
    const connector = await connect(slug, method);
    expect(connector.definition.slug).toBe(slug);
    expect(await api.checkConnector(connector.id)).toEqual({ status: 'verified' });
    const operation = bestRead((await load(slug)).operations);
    const { entity = '', action = '', paging } = operation ?? {};
    let params: Readonly<Record<string, unknown>> | null = operation === undefined ? {} : firstParams(operation);
    let pages = 0;
    for (; params !== null && pages < MANY_PAGES; pages += 1) {
      const page: ExecuteResult = await api.execute({ connectorId: connector.id, entity, action, params });
      params = page.type === 'json' ? page.nextParams : null;
    }
    expect([params, pages > 0]).toEqual([null, true]);
    if (paging?.style === 'cursor' || paging?.style === 'page_number') expect([entity, pages > 1]).toEqual([entity, true]);
  });
});

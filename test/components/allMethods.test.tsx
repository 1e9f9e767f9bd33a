import { Validator } from '@cfworker/json-schema';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { definitionOfEntry } from '../../src/catalog/index.js';
import { ConnectScreens } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { type AuthMethod, type ConnectorDefinitionDetail, type ConnectorValues, isJsonObject, type JsonObject } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import { load, SLUGS } from '../catalog/all.js';
import '../../src/styles.css';
import { violations } from './conformance.js';

// Every way of signing in of the whole catalogue, on the kit's own screen: found by its labels, filled in, and sent.
const definitions = await Promise.all(SLUGS.map(async (slug) => definitionOfEntry(await load(slug))));
const METHODS = definitions.flatMap((definition) =>
  definition.methods.map((method) => ({ name: `${definition.slug} ${method.key} (${method.kind})`, definition, method })),
);

/** Between them they have every kind of control: these are looked at by axe. */
const LOOKED_AT = [
  'amazon-ads',
  'confluence',
  'facebook-marketing',
  'gmail',
  'google-ads',
  'google-drive',
  'hubspot',
  'stripe',
  'tiktok-marketing',
  'woocommerce',
];

interface Asked {
  place: string;
  name: string;
  label: string;
  required: boolean;
  schema: JsonObject;
}

const entriesOf = (value: unknown): [string, JsonObject][] =>
  Object.entries(isJsonObject(value) ? value : {}).flatMap(([name, inner]) => (isJsonObject(inner) ? [[name, inner]] : []));

/** What the schema asks for, read from it without the kit's own compiler. */
const askedBy = ({ schema }: AuthMethod): Asked[] =>
  entriesOf(schema.properties).flatMap(([place, inner]) =>
    entriesOf(inner.properties).map(([name, field]) => {
      const required = Array.isArray(inner.required) && inner.required.includes(name);
      return { place, name, label: String(field.title), required, schema: field };
    }),
  );

/** What a person types: something that its type, format and pattern allow. */
function textFor({ type, format, pattern, items }: JsonObject): string {
  if (format === 'email') return 'ada@example.com';
  if (format === 'uri') return 'https://example.com';
  if (format === 'date') return '2024-01-31';
  if (format === 'date-time') return '2024-01-31T10:20:30';
  if (type === 'integer' || type === 'number') return '14';
  if (type === 'array') return isJsonObject(items) && items.type === 'object' ? '{"name":"documents"}' : 'first';
  return pattern === '^AC' ? 'AC0123' : 'typed';
}

/** The control under a label, whether or not the label adds that it is optional; of a list of objects that of an item, which is added. */
function controlOf({ label, required, schema: { items } }: Asked): HTMLInputElement {
  const words = label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (isJsonObject(items) && items.type === 'object') {
    const list = within(screen.getByRole('group', { name: new RegExp(`^${words}`) }));
    fireEvent.click(list.getByRole('button', { name: /^Add / }));
    return list.getByRole('textbox');
  }
  return screen.getByLabelText<HTMLInputElement>(new RegExp(`^${words}${required ? '' : '(Optional)?'}$`));
}

function fill(asked: Asked): void {
  const control = controlOf(asked);
  expect(control.labels?.[0]).toBeVisible();
  expect(control).toBeVisible();
  act(() => control.focus());
  expect(document.activeElement).toBe(control);
  if (Array.isArray(asked.schema.enum)) {
    const last = [...control.querySelectorAll('option')].at(-1);
    fireEvent.change(control, { target: { value: last?.value } });
  } else if (asked.schema.type === 'boolean') fireEvent.click(control);
  else fireEvent.change(control, { target: { value: textFor(asked.schema) } });
  act(() => control.blur());
}

function show(definition: ConnectorDefinitionDetail, method: AuthMethod) {
  const sent: [string, ConnectorValues][] = [];
  const nothing = () => undefined;
  const others = { onPick: nothing, onChooseMethod: nothing, onShowWindow: nothing, onReopen: nothing, onContinueInTab: nothing };
  const ends = { onBack: nothing, onRetry: nothing, onConnectAnother: nothing, onClose: nothing };
  const { container } = render(
    <ConnectScreens
      {...others}
      {...ends}
      state={{ step: 'configuring', error: null, definition, method }}
      definitions={definitions}
      appName="Fernway"
      onSubmit={(values) => sent.push(['key', values])}
      onAuthorise={(values) => sent.push(['oauth', values])}
    />,
  );
  for (const summary of container.querySelectorAll('details:not([open]) > summary')) fireEvent.click(summary);
  return { container, sent };
}

const primary = ({ name }: ConnectorDefinitionDetail, { kind }: AuthMethod) =>
  screen.getByRole('button', { name: kind === 'key' ? `Connect ${name}` : `Continue to ${name}` });

const namesIn = (values: ConnectorValues) => Object.entries(values).flatMap(([place, inner]) => Object.keys(inner ?? {}).map((name) => `${place}.${name}`));

/** The methods that came to their end below. */
const done: string[] = [];

beforeAll(async () => {
  await Promise.all([formScreens.load(), loadValidate()]);
});

it('are 64, of 51 services: 38 by key and 26 on a page; they ask for 102 values', () => {
  expect(definitions).toHaveLength(51);
  expect(new Set(METHODS.map(({ name }) => name)).size).toBe(64);
  expect(METHODS.filter(({ method }) => method.kind === 'key')).toHaveLength(38);
  expect(METHODS.flatMap(({ method }) => askedBy(method))).toHaveLength(102);
});

it.each(METHODS)('$name is shown, filled in and sent', ({ name, definition, method }) => {
  const { sent } = show(definition, method);
  expect(screen.getByRole('heading')).toHaveTextContent(definition.name);
  const asked = askedBy(method);
  for (const field of asked) fill(field);
  fireEvent.click(primary(definition, method));

  const [[kind, values] = ['nothing', {}], ...more] = sent;
  expect([kind, more]).toEqual([method.kind, []]);
  expect(new Validator({ ...method.schema }, '2020-12', false).validate(values)).toMatchObject({ valid: true, errors: [] });
  expect(namesIn(values).toSorted()).toEqual(asked.map((field) => `${field.place}.${field.name}`).toSorted());
  done.push(name);
});

it.each(METHODS.filter(({ method }) => askedBy(method).some(({ required, schema }) => required && schema.default === undefined)))(
  '$name sends nothing while it is empty, and goes to what is missing',
  ({ definition, method }) => {
    const { sent } = show(definition, method);
    fireEvent.click(primary(definition, method));
    expect(sent).toEqual([]);
    expect(document.activeElement).toHaveAttribute('aria-invalid', 'true');
  },
);

describe('axe', () => {
  it.each(LOOKED_AT)('finds nothing at %s', async (slug) => {
    const own = METHODS.filter(({ definition }) => definition.slug === slug);
    expect(own).not.toHaveLength(0);
    for (const { definition, method } of own) {
      expect(await violations(show(definition, method).container)).toEqual([]);
      cleanup();
    }
  });
});

it('none was skipped', () => {
  expect(done.toSorted()).toEqual(METHODS.map(({ name }) => name).toSorted());
});

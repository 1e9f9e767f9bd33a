import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, type MockInstance, vi } from 'vitest';
import { playgroundPanes } from '../../../src/components/ExecutePlayground/loadPanes.js';
import { ConnectorList, ConnectorPicker, CredentialForm, ExecutePlayground, emptyValues, MethodChoice } from '../../../src/components/index.js';
import { ConnectError, type Connector, type Operation } from '../../../src/core/index.js';
import { connectorOf, definitions, hubspot, stripe } from '../../../stories/fixtures/definitions.js';

await playgroundPanes.load();

const nothing = () => undefined;
const texts = (elements: readonly HTMLElement[]) => elements.map(({ textContent }) => textContent);
const acme = connectorOf(stripe, 'Acme');
const run = { connector: acme, onRun: nothing, onStop: nothing };
const list = { onDisconnect: nothing, onRename: nothing };

// React tells of two children with one key there.
let said: MockInstance;
beforeEach(() => {
  said = vi.spyOn(console, 'error').mockImplementation(nothing);
});
afterEach(() => {
  const calls = [...said.mock.calls];
  said.mockRestore();
  expect(calls).toEqual([]);
});

it('offers a service once that is listed twice', () => {
  const [first, second] = definitions;
  render(<ConnectorPicker definitions={[first, second, first].filter((one) => one !== undefined)} onSelect={nothing} />);
  expect(screen.getAllByRole('option')).toHaveLength(2);
});

it('shows an account once that is listed twice, by its latest name', () => {
  const again: Connector = { ...acme, name: 'Acme EU' };
  render(<ConnectorList connectors={[acme, again]} {...list} />);
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  expect(screen.getByText('Acme EU')).toBeVisible();
});

it('offers a way to sign in once that has the key of another', () => {
  const [method] = hubspot.methods;
  render(<MethodChoice definition={{ ...hubspot, methods: [method, method].filter((one) => one !== undefined) }} onChoose={nothing} />);
  expect(screen.getAllByRole('button')).toHaveLength(1);
  expect(screen.queryByText('Recommended')).toBeNull();
});

it('offers an operation once that is listed twice', () => {
  const operation: Operation = { entity: 'charges', action: 'list', kind: 'read', schema: {} };
  render(<ExecutePlayground {...run} operations={[operation, { ...operation }]} />);
  // In a narrow column the operations are folded behind the chosen one.
  expect(screen.getAllByRole('button', { name: 'List', hidden: true })).toHaveLength(1);
});

it('offers a value once that a schema names twice', () => {
  const schema = { type: 'object', required: ['level'], properties: { level: { type: 'string', title: 'Level', enum: ['low', 'high', 'low'] } } } as const;
  render(<CredentialForm id="form" schema={schema} serviceName="Acme" values={emptyValues(schema)} onValuesChange={nothing} onSubmit={nothing} />);
  expect(texts(screen.getAllByRole('option'))).toEqual(['Choose one', 'low', 'high']);
});

it('tells a column whose name is empty from that of records without names', () => {
  const operation: Operation = { entity: 'charges', action: 'list', kind: 'read', schema: {} };
  const records = ['plain', { '': 'unnamed' }];
  const result = { type: 'json', data: records, records, nextParams: null, durationMs: null, requestId: null } as const;
  const { rerender } = render(<ExecutePlayground {...run} operations={[operation]} />);
  rerender(<ExecutePlayground {...run} operations={[operation]} result={result} />);
  expect(screen.getAllByRole('columnheader')).toHaveLength(2);
});

it.each(['constructor', 'toString', '__proto__'])('takes a parameter that is called %s', (name) => {
  const properties = Object.fromEntries([[name, { type: 'string' }]]);
  const operation: Operation = { entity: 'charges', action: 'list', kind: 'read', schema: { type: 'object', properties } };
  const { container } = render(<ExecutePlayground {...run} operations={[operation]} />);
  expect(screen.getAllByRole('textbox')).toHaveLength(1);
  expect(container.querySelector('[data-invalid]')).toBeNull();
});

it.each(['constructor', 'toString'])('takes an account whose id is %s, and its failure', (id) => {
  const other = new ConnectError('timeout', 'Slow.');
  const { rerender } = render(<ConnectorList connectors={[{ ...acme, id }]} {...list} />);
  expect(screen.queryByRole('alert')).toBeNull();
  rerender(<ConnectorList connectors={[{ ...acme, id }]} {...list} failures={{ [id]: other }} />);
  expect(screen.getByRole('alert')).toBeVisible();
});

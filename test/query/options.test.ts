import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { type ConnectApi, ConnectError, type Connector, Sealed } from '../../src/core/index.js';
import {
  checkConnectorOptions,
  connectorKeys,
  connectorsOptions,
  createConnectorOptions,
  definitionOptions,
  deleteConnectorOptions,
  executeOptions,
  operationsOptions,
  renameConnectorOptions,
} from '../../src/query/index.js';

const connector = (id: string): Connector => ({ id, name: id, definition: { id: 'd1', slug: null, name: 'Stripe' }, createdAt: null, updatedAt: null });
const unused = () => Promise.reject(new ConnectError('internal', 'Not of this test.'));
const apiWith = (methods: Partial<ConnectApi>): ConnectApi => ({
  listDefinitions: unused,
  getDefinition: unused,
  listConnectors: unused,
  getConnector: unused,
  createConnector: unused,
  checkConnector: unused,
  renameConnector: unused,
  deleteConnector: unused,
  listOperations: unused,
  execute: unused,
  startAttempt: unused,
  getAttempt: unused,
  completeAttempt: unused,
  ...methods,
});
const api = apiWith({});

describe('query options', () => {
  it('keep users apart by key', () => {
    expect(connectorsOptions(api, 'ada').queryKey).not.toEqual(connectorsOptions(api, 'bob').queryKey);
    expect(definitionOptions(api, 'ada', 'stripe').queryKey).not.toEqual(definitionOptions(api, 'bob', 'stripe').queryKey);
    expect(operationsOptions(api, 'ada', 'c1').queryKey).not.toEqual(operationsOptions(api, 'bob', 'c1').queryKey);
  });

  it('hold nothing in keys but what can be serialised', () => {
    const { queryKey } = connectorsOptions(api, 'ada', { definition: 'stripe' });
    expect(JSON.parse(JSON.stringify(queryKey))).toEqual(queryKey);
  });

  it('wait for a missing id', () => {
    expect(typeof definitionOptions(api, 'ada', undefined).queryFn).toBe('symbol');
    expect(typeof operationsOptions(api, 'ada', 'c1').queryFn).toBe('function');
  });

  it('pass the signal on', async () => {
    let given: AbortSignal | undefined;
    const listening = apiWith({
      listConnectors: async (_filter, options) => {
        given = options?.signal;
        return [];
      },
    });
    await new QueryClient().fetchQuery(connectorsOptions(listening, 'ada'));
    expect(given).toBeInstanceOf(AbortSignal);
  });
});

describe('the rules of reads', () => {
  it.each([connectorsOptions(api, 'ada'), definitionOptions(api, 'ada', 'stripe'), operationsOptions(api, 'ada', 'c1')])(
    'repeat nothing, and wait for no network: %o',
    (options) => {
      expect(options).toMatchObject({ retry: false, networkMode: 'always', refetchOnReconnect: true });
    },
  );
});

describe('mutation options', () => {
  const run = <Data, Variables>(cache: QueryClient, options: object, variables: Variables): Promise<Data> =>
    cache.getMutationCache().build<Data, ConnectError, Variables, unknown>(cache, options).execute(variables);

  it.each([createConnectorOptions, deleteConnectorOptions, executeOptions, renameConnectorOptions])('keep nothing and repeat nothing: %o', (options) => {
    expect(options(api, 'ada')).toMatchObject({ gcTime: 0, retry: false, networkMode: 'always' });
  });

  it.each(['resolves', 'rejects'])('empty the sealed values when a create %s', async (end) => {
    const values = new Sealed({ credentials: { api_key: 'marked' } });
    let seen: unknown;
    const creating = apiWith({
      createConnector: async (input) => {
        seen = input.values.open();
        if (end === 'rejects') throw new ConnectError('invalid_input', 'x');
        return connector('c1');
      },
    });
    await run(new QueryClient(), createConnectorOptions(creating, 'ada'), { definition: 'stripe', method: 'apiKey', values }).catch(() => undefined);
    expect(seen).toEqual({ credentials: { api_key: 'marked' } });
    expect(() => values.open()).toThrow(TypeError);
  });

  it('take a removed connector out of the lists, and say so', async () => {
    const cache = new QueryClient();
    const deleted: string[] = [];
    cache.setQueryData(connectorKeys.list('ada', {}), [connector('c1'), connector('c2')]);
    cache.setQueryData(connectorKeys.list('bob', {}), [connector('c1')]);
    await run(
      cache,
      deleteConnectorOptions(apiWith({ deleteConnector: async () => undefined }), 'ada', (id) => deleted.push(id)),
      'c1',
    );
    expect(cache.getQueryData(connectorKeys.list('ada', {}))).toEqual([connector('c2')]);
    expect(cache.getQueryData(connectorKeys.list('bob', {}))).toEqual([connector('c1')]);
    expect(deleted).toEqual(['c1']);
  });

  it('leave the lists alone when a removal fails', async () => {
    const cache = new QueryClient();
    const deleted: string[] = [];
    cache.setQueryData(connectorKeys.list('ada', {}), [connector('c1')]);
    const error: unknown = await run(
      cache,
      deleteConnectorOptions(api, 'ada', (id) => deleted.push(id)),
      'c1',
    ).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'internal' });
    expect([cache.getQueryData(connectorKeys.list('ada', {})), deleted]).toEqual([[connector('c1')], []]);
  });

  it.each<[string, keyof ConnectApi, (with_: ConnectApi) => object, unknown]>([
    ['renamed', 'renameConnector', (gone) => renameConnectorOptions(gone, 'ada'), { id: 'c1', name: 'New' }],
    ['checked', 'checkConnector', (gone) => checkConnectorOptions(gone, 'ada'), { id: 'c1' }],
    ['disconnected', 'deleteConnector', (gone) => deleteConnectorOptions(gone, 'ada'), 'c1'],
  ])('mark lists as old that hold an account which went elsewhere: %s', async (_task, method, optionsOf, variables) => {
    const cache = new QueryClient();
    const queryKey = connectorKeys.list('ada', {});
    cache.setQueryData(queryKey, [connector('c1')]);
    const gone = apiWith({ [method]: () => Promise.reject(new ConnectError('connector_not_found', 'x')) });
    await expect(run(cache, optionsOf(gone), variables)).rejects.toMatchObject({ code: 'connector_not_found' });
    expect(cache.getQueryState(queryKey)?.isInvalidated).toBe(true);
  });

  it('show a new name in the lists', async () => {
    const cache = new QueryClient();
    cache.setQueryData(connectorKeys.list('ada', {}), [connector('c1')]);
    await run(cache, renameConnectorOptions(apiWith({ renameConnector: async (id, name) => ({ ...connector(id), name }) }), 'ada'), { id: 'c1', name: 'Acme' });
    expect(cache.getQueryData(connectorKeys.list('ada', {}))).toMatchObject([{ name: 'Acme' }]);
  });
});

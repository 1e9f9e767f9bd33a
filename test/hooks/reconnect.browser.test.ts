import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { type ConnectApi, ConnectError, type Connector, type ReplaceCredentialsInput } from '../../src/core/index.js';
import { createConnectFlow } from '../../src/hooks/flow/createConnectFlow.js';
import type { ConnectEvent } from '../../src/hooks/index.js';
import { connectorKeys } from '../../src/query/index.js';
import { eventually } from '../setup/eventually.js';
import { createMemoryApi, hubspot, stripe } from './memoryApi.js';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A list of three, the one in the middle to be reconnected. `replaces`: the port itself can replace credentials. */
function start(definition: typeof stripe, { replaces = true } = {}) {
  const memory = createMemoryApi();
  const first = memory.add(stripe, 'First');
  const old = memory.add(definition, 'Acme');
  const last = memory.add(stripe, 'Last');
  const replaced: ReplaceCredentialsInput[] = [];
  /** The names that new ones were asked for with. */
  const asked: (string | undefined)[] = [];
  const api: ConnectApi = {
    ...memory.api,
    createConnector(input) {
      asked.push(input.name);
      return memory.api.createConnector(input);
    },
    ...(replaces && {
      async replaceCredentials(input: ReplaceCredentialsInput) {
        replaced.push(input);
        memory.remove(input.connectorId);
        return { connector: { ...memory.add(definition, 'Acme'), id: 'new' }, replaces: input.connectorId };
      },
    }),
  };
  const queryClient = new QueryClient();
  queryClient.setQueryData(connectorKeys.list('ada', {}), [first, old, last]);
  queryClient.setQueryData(connectorKeys.detail('ada', old.id), old);
  const events: ConnectEvent[] = [];
  const openWindow = () => ({ closed: false, navigate: () => undefined, focus: () => undefined, close: () => undefined });
  const flow = createConnectFlow({ api, userKey: 'ada', queryClient, emit: (event) => events.push(event), openWindow });
  const told: Connector[] = [];
  const connected = flow.actions.connect({ reconnect: old, onConnected: (connector) => told.push(connector) });
  stops.push(() => {
    connected.catch(() => undefined); // A test that does not wait for it leaves it to the end.
    flow.dispose();
  });
  const until = (step: string) => eventually(() => expect(flow.getSnapshot().state.step).toBe(step));
  const names = () => queryClient.getQueryData<Connector[]>(connectorKeys.list('ada', {}))?.map(({ id, name }) => `${id} ${name}`);
  return { ...memory, api, flow, old, replaced, asked, queryClient, events, connected, told, until, names };
}

describe('reconnecting', () => {
  it('gives new credentials through the port: name and place stay, the id changes, and everybody hears which one it replaces', async () => {
    const { flow, old, replaced, queryClient, events, connected, told, until, names, count } = start(stripe);
    await until('configuring');
    expect(flow.getSnapshot().reconnects).toEqual({ id: old.id, name: 'Acme' });
    flow.actions.submit({ credentials: { api_key: 'sk' } });
    expect(await connected).toMatchObject({ id: 'new', name: 'Acme', replaces: old.id });
    expect(replaced).toMatchObject([{ connectorId: old.id, method: 'apiKey' }]);
    expect(told).toMatchObject([{ id: 'new', replaces: old.id }]);
    expect(events.at(-1)).toMatchObject({ type: 'connected', connector: { id: 'new' }, replaces: old.id });
    await eventually(() => expect(names()).toEqual(['ada-1 First', 'new Acme', 'ada-3 Last']));
    expect(queryClient.getQueryData(connectorKeys.detail('ada', old.id))).toBeUndefined();
    expect([count('createConnector'), count('deleteConnector')]).toEqual([0, 0]);
  });

  it('leaves its name to no other account when the new credentials are refused', async () => {
    const { flow, connected, until, asked } = start(stripe, { replaces: false });
    await until('configuring');
    flow.actions.submit({ credentials: { api_key: 'invalid' } });
    await eventually(() => expect(flow.getSnapshot().state).toMatchObject({ step: 'configuring', error: { code: 'credentials_refused' } }));
    flow.actions.close();
    await expect(connected).rejects.toMatchObject({ code: 'flow_closed' });
    flow.actions.connect({ definition: 'stripe' }).catch(() => undefined);
    await until('configuring');
    flow.actions.submit({ credentials: { api_key: 'sk' } });
    await eventually(() => expect(asked).toEqual(['Acme', undefined]));
  });

  it('never takes away what has already taken the place, also when the flow is left meanwhile', async () => {
    const { flow, connected, hold, until, names, count } = start(stripe);
    await until('configuring');
    hold('checkConnector');
    flow.actions.submit({ credentials: { api_key: 'sk' } });
    await until('checking');
    flow.actions.close();
    await expect(connected).rejects.toMatchObject({ code: 'flow_closed' });
    expect(count('deleteConnector')).toBe(0);
    expect(names()).toHaveLength(3);
  });

  it('creates, checks and then removes the old one where the port replaces nothing', async () => {
    const { flow, old, connected, until, names, connectors, calls } = start(stripe, { replaces: false });
    await until('configuring');
    flow.actions.submit({ credentials: { api_key: 'sk' } });
    expect(await connected).toMatchObject({ replaces: old.id });
    await eventually(() => expect(names()?.[1]).toMatch(/^ada-4 /));
    expect(connectors.map(({ id }) => id)).not.toContain(old.id);
    expect(calls.filter((call) => /Connector$/.test(call))).toEqual(['createConnector', 'checkConnector', 'deleteConnector']);
  });

  it('keeps the old one when the service refuses the new credentials', async () => {
    const { flow, old, connectors, connected, until } = start(stripe, { replaces: false });
    await until('configuring');
    flow.actions.submit({ credentials: { api_key: 'invalid' } });
    await eventually(() => expect(flow.getSnapshot().state).toMatchObject({ step: 'configuring', error: { code: 'credentials_refused' } }));
    expect(connectors.map(({ id }) => id)).toContain(old.id);
    flow.actions.close();
    await expect(connected).rejects.toMatchObject({ code: 'flow_closed' });
  });

  it('keeps both where nobody can try the new credentials, and says of none that it is replaced', async () => {
    const { flow, old, connected, events, until, connectors, api, count } = start(stripe, { replaces: false });
    api.checkConnector = async () => ({ status: 'unverified' });
    await until('configuring');
    flow.actions.submit({ credentials: { api_key: 'sk' } });
    expect((await connected).replaces).toBeUndefined();
    expect(events.at(-1)).toMatchObject({ type: 'connected', verified: false });
    expect(events.at(-1)).not.toHaveProperty('replaces');
    expect(connectors.map(({ id }) => id)).toEqual(expect.arrayContaining([old.id, 'ada-4']));
    expect(count('deleteConnector')).toBe(0);
  });

  it('says of none that it is replaced where the old one can not be removed', async () => {
    const { flow, old, connected, until, connectors, api } = start(stripe, { replaces: false });
    api.deleteConnector = () => Promise.reject(new ConnectError('not_supported', 'Airbyte documents no such call.'));
    await until('configuring');
    flow.actions.submit({ credentials: { api_key: 'sk' } });
    expect((await connected).replaces).toBeUndefined();
    expect(connectors.map(({ id }) => id)).toEqual(expect.arrayContaining([old.id, 'ada-4']));
  });

  it('keeps the new one when the flow is left while the old one is being removed', async () => {
    const { flow, connected, until, connectors, hold, count } = start(stripe, { replaces: false });
    await until('configuring');
    hold('deleteConnector');
    flow.actions.submit({ credentials: { api_key: 'sk' } });
    await eventually(() => expect(count('deleteConnector')).toBe(1));
    flow.actions.close();
    await expect(connected).rejects.toMatchObject({ code: 'flow_closed' });
    expect(count('deleteConnector')).toBe(1);
    expect(connectors.map(({ id }) => id)).toContain('ada-4');
  });

  it('authorises again: the attempt says whose place it takes, and the backend that it did', async () => {
    const { flow, old, connected, until, starts, settle, add, names, remove, events } = start(hubspot);
    await until('configuring');
    flow.actions.authorise({});
    await eventually(() => expect(events.at(-1)).toMatchObject({ type: 'attempt_started' }));
    expect(starts).toMatchObject([{ definition: 'def-hubspot', method: 'oauth2', name: 'Acme', replaces: old.id }]);
    remove(old.id);
    settle({ status: 'connected', connector: { ...add(hubspot, 'Acme'), id: 'new' }, replaces: old.id });
    window.dispatchEvent(new Event('focus'));
    expect(await connected).toMatchObject({ id: 'new', replaces: old.id });
    await eventually(() => expect(names()).toEqual(['ada-1 First', 'new Acme', 'ada-3 Last']));
    expect(events).toContainEqual({ type: 'attempt_ended', attemptId: 'attempt-ada-0001', toldBy: 'look' });
  });

  it('connects a new one after "connect another"', async () => {
    const { flow, connected, until, count } = start(stripe);
    await until('configuring');
    flow.actions.submit({ credentials: { api_key: 'sk' } });
    await connected;
    flow.actions.connectAnother();
    await until('configuring');
    expect(flow.getSnapshot().reconnects).toBeNull();
    flow.actions.submit({ credentials: { api_key: 'sk' } });
    await until('connected');
    expect(count('createConnector')).toBe(1);
  });
});

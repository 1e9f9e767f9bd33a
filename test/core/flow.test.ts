import { describe, expect, it } from 'vitest';
import {
  type AuthMethod,
  ConnectError,
  type ConnectFlowAction,
  type ConnectFlowState,
  type Connector,
  type ConnectorDefinitionDetail,
  initialFlow,
  reduceFlow,
} from '../../src/core/index.js';

const key: AuthMethod = { key: 'apiKey', kind: 'key', label: 'API key', description: null, schema: {} };
const oauth: AuthMethod = { key: 'oauth2', kind: 'oauth', label: 'Sign in', description: null, schema: {} };
const definitionWith = (...methods: AuthMethod[]): ConnectorDefinitionDetail => ({
  id: 'd1',
  slug: 'stripe',
  name: 'Stripe',
  category: null,
  iconUrl: null,
  methods,
});
const connector: Connector = { id: 'c1', name: 'Acme', definition: { id: 'd1', slug: 'stripe', name: 'Stripe' }, createdAt: null, updatedAt: null };
const stateAfter = (...actions: ConnectFlowAction[]): ConnectFlowState => actions.reduce(reduceFlow, initialFlow);
const failed = (code: ConstructorParameters<typeof ConnectError>[0]) => ({ type: 'failed', error: new ConnectError(code, 'x') }) as const;

const toForm = (method = key): ConnectFlowAction[] => [
  { type: 'open' },
  { type: 'pick', definitionId: 'd1' },
  { type: 'definition_loaded', definition: definitionWith(method) },
];
const toChecking = (method = key): ConnectFlowAction[] => [
  ...toForm(method),
  { type: method.kind === 'key' ? 'submit' : 'authorise' },
  { type: 'created', connector },
];

describe('the connect flow', () => {
  it('goes from the picker over the form to connected', () => {
    expect(stateAfter({ type: 'open' }).step).toBe('picking');
    expect(stateAfter(...toForm()).step).toBe('configuring');
    expect(stateAfter(...toForm(), { type: 'submit' }).step).toBe('submitting');
    expect(stateAfter(...toChecking(), { type: 'checked', status: 'verified' })).toMatchObject({ step: 'connected', connector });
  });

  it('asks for the method where there are several, and goes straight to the form where there is one', () => {
    const several = stateAfter({ type: 'pick', definitionId: 'd1' }, { type: 'definition_loaded', definition: definitionWith(oauth, key) });
    expect(several.step).toBe('choosingMethod');
    expect(reduceFlow(several, { type: 'choose_method', method: 'apiKey' })).toMatchObject({ step: 'configuring', method: key });
    expect(reduceFlow(several, { type: 'choose_method', method: 'unknown' })).toBe(several);
  });

  it('says unverified where the credentials can not be tried', () => {
    expect(stateAfter(...toChecking(), { type: 'checked', status: 'unverified' }).step).toBe('unverified');
  });

  it.each(['credentials_refused', 'credentials_mismatch', 'refused_connector_left', 'invalid_input'] as const)(
    'shows the form again with %s, for a key',
    (code) => {
      const { error } = failed(code);
      expect(stateAfter(...toChecking(), { type: 'failed', error })).toMatchObject({ step: 'configuring', error });
    },
  );

  it('keeps the connector when the check could not be made, and checks it again', () => {
    const state = stateAfter(...toChecking(), failed('upstream_unavailable'));
    expect(state).toMatchObject({ step: 'failed', from: 'checking', connector });
    expect(reduceFlow(state, { type: 'recheck' })).toMatchObject({ step: 'checking', connector });
  });

  it('sends what was typed again after a failure of which nothing is stored, and after no other', () => {
    const lost = stateAfter(...toForm(), { type: 'submit' }, failed('network_unavailable'));
    expect(reduceFlow(lost, { type: 'submit' })).toMatchObject({ step: 'submitting', method: key });
    const stored = stateAfter(...toChecking(), failed('network_unavailable'));
    const signIn = stateAfter(...toForm(oauth), { type: 'authorise' }, failed('network_unavailable'));
    for (const other of [stored, signIn]) expect(reduceFlow(other, { type: 'submit' })).toBe(other);
  });

  it.each(['credentials_refused', 'refused_connector_left', 'connector_not_found'] as const)(
    'has no connector to go on with after a sign-in with %s',
    (code) => {
      const state = stateAfter(...toChecking(oauth), failed(code));
      expect(state).toMatchObject({ step: 'failed', connector: null });
      expect(reduceFlow(state, { type: 'recheck' })).toBe(state);
    },
  );

  it('follows the sign-in window by hints', () => {
    const waiting = stateAfter(...toForm(oauth), { type: 'authorise' });
    expect(waiting).toMatchObject({ step: 'authorising', window: 'open', attemptId: null });
    expect(reduceFlow(waiting, { type: 'window', window: 'maybe_closed' })).toMatchObject({ window: 'maybe_closed' });
    expect(reduceFlow(waiting, { type: 'attempt_started', attemptId: 'a1' })).toMatchObject({ attemptId: 'a1' });
  });

  it.each<[string, ConnectFlowAction[], string]>([
    ['loading', [{ type: 'pick', definitionId: 'd1' }], 'picking'],
    ['configuring', toForm(), 'picking'],
    ['submitting', [...toForm(), { type: 'submit' }], 'configuring'],
    ['authorising', [...toForm(oauth), { type: 'authorise' }], 'configuring'],
    ['checking', toChecking(), 'configuring'],
    ['a failed load', [{ type: 'pick', definitionId: 'd1' }, failed('timeout')], 'picking'],
    ['a failed sign-in', [...toForm(oauth), { type: 'authorise' }, failed('oauth_denied')], 'configuring'],
  ])('leads back from %s', (_, actions, step) => {
    expect(stateAfter(...actions, { type: 'back' }).step).toBe(step);
  });

  it('leads back from a failed sign-in to the other ways, where there are some', () => {
    const several = definitionWith(oauth, key);
    const chosen = stateAfter(
      { type: 'pick', definitionId: 'd1' },
      { type: 'definition_loaded', definition: several },
      { type: 'choose_method', method: 'oauth2' },
    );
    const denied = [{ type: 'authorise' }, failed('oauth_denied'), { type: 'back' }] as const;
    expect(denied.reduce<ConnectFlowState>(reduceFlow, chosen)).toEqual({ step: 'choosingMethod', definition: several });
  });

  it('ignores what does not apply, by the same object', () => {
    const picking = stateAfter({ type: 'open' });
    for (const action of [
      { type: 'submit' },
      { type: 'created', connector },
      { type: 'checked', status: 'verified' },
      { type: 'recheck' },
      failed('internal'),
    ] as const) {
      expect(reduceFlow(picking, action)).toBe(picking);
    }
  });

  it('forgets everything when closed', () => {
    expect(stateAfter(...toChecking(), { type: 'close' })).toBe(initialFlow);
  });
});

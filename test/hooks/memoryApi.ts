import {
  type AttemptOutcome,
  type CompleteAttemptInput,
  type ConnectApi,
  ConnectError,
  type ConnectErrorCode,
  type Connector,
  type ConnectorDefinitionDetail,
  type ConnectorValues,
  type CreateConnectorInput,
  type StartAttemptInput,
} from '../../src/core/index.js';

const string = { type: 'string' };
const place = (properties: object) => ({ type: 'object', properties });

export const stripe: ConnectorDefinitionDetail = {
  id: 'def-stripe',
  slug: 'stripe',
  name: 'Stripe',
  category: 'Payments',
  iconUrl: null,
  methods: [
    {
      key: 'apiKey',
      kind: 'key',
      label: 'Secret key',
      description: null,
      schema: place({ credentials: place({ api_key: { ...string, title: 'Secret key', airbyte_secret: true } }) }),
    },
  ],
};

export const hubspot: ConnectorDefinitionDetail = {
  id: 'def-hubspot',
  slug: 'hubspot',
  name: 'HubSpot',
  category: 'CRM',
  iconUrl: null,
  methods: [{ key: 'oauth2', kind: 'oauth', label: 'Sign in with HubSpot', description: null, schema: place({}) }],
};

/** Stops a call until it is let go, so that a test sees the state in between. */
export function createGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** The port in memory: the network edge of the hooks. What a test does not set answers at once. */
export function createMemoryApi(userId = 'ada') {
  const connectors: Connector[] = [];
  const calls: string[] = [];
  const received: ConnectorValues[] = [];
  const gates = new Map<keyof ConnectApi, Promise<void>>();
  const faults = new Map<keyof ConnectApi, ConnectErrorCode>();
  const signals: AbortSignal[] = [];
  let attempts = 0;
  let outcome: AttemptOutcome = { status: 'pending' };
  let ticket: string | undefined;
  const completions: CompleteAttemptInput[] = [];
  const starts: Omit<StartAttemptInput, 'values'>[] = [];
  let consentUrl = `${location.origin}/consent-page-of-the-test`;

  const enter = async (method: keyof ConnectApi, signal?: AbortSignal) => {
    calls.push(method);
    if (signal !== undefined) signals.push(signal);
    await gates.get(method);
    const fault = faults.get(method);
    if (fault !== undefined) throw new ConnectError(fault, 'Planted by the test.');
    if (signal?.aborted === true) throw new ConnectError('aborted', 'Aborted by the test.');
  };
  const add = (definition: ConnectorDefinitionDetail, name = `${definition.name} of ${userId}`): Connector => {
    const connector = { id: `${userId}-${connectors.length + 1}`, name, definition, createdAt: null, updatedAt: null };
    connectors.push(connector);
    return connector;
  };
  const remove = (id: string) => void connectors.splice(0, connectors.length, ...connectors.filter((connector) => connector.id !== id));
  const definitionOf = (idOrSlug: string) => {
    const found = [stripe, hubspot].find(({ id, slug }) => id === idOrSlug || slug === idOrSlug);
    if (found === undefined) throw new ConnectError('definition_not_found', 'No such definition.');
    return found;
  };
  const connectorOf = (id: string) => {
    const found = connectors.find((connector) => connector.id === id);
    if (found === undefined) throw new ConnectError('connector_not_found', 'No such connector.');
    return found;
  };
  const open = ({ values }: CreateConnectorInput | StartAttemptInput) => {
    const opened = values.open();
    received.push(opened);
    return opened;
  };

  const api: ConnectApi = {
    async listDefinitions(options) {
      await enter('listDefinitions', options?.signal);
      return [stripe, hubspot];
    },
    async getDefinition(idOrSlug, options) {
      await enter('getDefinition', options?.signal);
      return definitionOf(idOrSlug);
    },
    async listConnectors(_filter, options) {
      await enter('listConnectors', options?.signal);
      return [...connectors];
    },
    async getConnector(id) {
      await enter('getConnector');
      return connectorOf(id);
    },
    async createConnector(input, options) {
      open(input);
      await enter('createConnector', options?.signal);
      return add(definitionOf(input.definition));
    },
    async checkConnector(id, options) {
      await enter('checkConnector', options?.signal);
      if (JSON.stringify(received).includes('invalid')) {
        if (options?.discardOnRefusal === true) remove(id);
        throw new ConnectError('credentials_refused', 'Refused.');
      }
      return { status: 'verified' };
    },
    async renameConnector(id, name) {
      await enter('renameConnector');
      return Object.assign(connectorOf(id), { name });
    },
    async deleteConnector(id) {
      await enter('deleteConnector');
      remove(id);
    },
    async listOperations() {
      await enter('listOperations');
      return [{ entity: 'customers', action: 'list', kind: 'read', schema: {} }];
    },
    async execute(_input, options) {
      await enter('execute', options?.signal);
      return { type: 'json', data: [], records: [], nextParams: null, durationMs: 1, requestId: null };
    },
    async startAttempt(input, options) {
      open(input);
      const { values: _sealed, ...started } = input;
      starts.push(started);
      attempts += 1;
      outcome = { status: 'pending' };
      await enter('startAttempt', options?.signal);
      return {
        attemptId: `attempt-${userId}-000${attempts}`,
        consentUrl,
        expiresAt: new Date(Date.now() + 900_000).toISOString(),
        ...(ticket === undefined ? {} : { ticket }),
      };
    },
    async getAttempt(_id, options) {
      await enter('getAttempt', options?.signal);
      return outcome;
    },
    async completeAttempt(input, options) {
      completions.push(input);
      await enter('completeAttempt', options?.signal);
      return outcome;
    },
  };

  return {
    api,
    connectors,
    calls,
    received,
    signals,
    add,
    hold(method: keyof ConnectApi) {
      const gate = createGate();
      gates.set(method, gate.opened);
      return gate;
    },
    fail: (method: keyof ConnectApi, code: ConnectErrorCode) => faults.set(method, code),
    mend: (method: keyof ConnectApi) => faults.delete(method),
    settle(next: AttemptOutcome) {
      outcome = next;
    },
    completions,
    starts,
    /** As a backend on another site does. */
    giveTicket(next: string) {
      ticket = next;
    },
    remove,
    consentAt(url: string) {
      consentUrl = url;
    },
    count: (method: keyof ConnectApi) => calls.filter((call) => call === method).length,
  };
}

export type MemoryApi = ReturnType<typeof createMemoryApi>;

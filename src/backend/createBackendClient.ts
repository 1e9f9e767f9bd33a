import { type ConnectApi, type ExecuteResult, filenameOf, type HttpAnswer, type Sealed } from '../core/index.js';
import { createKeys } from './createKeys.js';
import { judgeJson, requestIdOf, requireSuccess } from './judgeAnswer.js';
import { recordsAt } from './records.js';
import { answers } from './wire.js';
import { createWireCall, type WireCallOptions } from './wireCall.js';

/** Options of `createBackendClient`. */
export interface BackendClientOptions extends WireCallOptions {}

/** The port, with everything in it that others may leave out. */
export type BackendClient = ConnectApi & Required<Pick<ConnectApi, 'replaceCredentials'>>;

/** What the backend asks of a service may take long. */
const SERVICE_TIMEOUT_MS = 120_000;
/** Beyond the handler's own 300 s, so that its answer is heard. */
const EXECUTE_TIMEOUT_MS = 310_000;

const at = (...parts: readonly string[]) => `/${parts.map(encodeURIComponent).join('/')}`;

/**
 * The port over your own backend: the browser talks to nobody else. It mounts nothing and calls nothing until it is used.
 * Values that are sealed are opened for the one request, and emptied when it is over.
 * @throws {ConnectError} from its methods: the handler's codes; `network_unavailable` where the browser knows that it has no network, `timeout`,
 * `aborted`; `backend_unavailable` when nobody, or something else than the handler, answers
 * @example const client = createBackendClient({ endpoint: '/api/airbyte' });
 */
export function createBackendClient(options: BackendClientOptions): BackendClient {
  const call = createWireCall(options);
  const keys = createKeys();
  return {
    listDefinitions: async ({ signal } = {}) => (await call({ method: 'GET', path: '/definitions', signal }, answers.definitions)).definitions,
    getDefinition: async (id, { signal } = {}) => (await call({ method: 'GET', path: at('definitions', id), signal }, answers.definition)).definition,
    listConnectors: async ({ definition } = {}, { signal } = {}) => {
      const query = definition === undefined ? '' : `?definition=${encodeURIComponent(definition)}`;
      return (await call({ method: 'GET', path: `/connectors${query}`, signal }, answers.connectors)).connectors;
    },
    getConnector: async (id, { signal } = {}) => (await call({ method: 'GET', path: at('connectors', id), signal }, answers.connector)).connector,
    createConnector: async ({ values, ...input }, { signal } = {}) =>
      once(
        values,
        async () =>
          (
            await call(
              { method: 'POST', path: '/connectors', json: () => ({ ...input, values: values.open() }), signal, timeoutMs: SERVICE_TIMEOUT_MS, keys },
              answers.connector,
            )
          ).connector,
      ),
    checkConnector: async (id, { signal, discardOnRefusal } = {}) =>
      call({ method: 'POST', path: at('connectors', id, 'check'), json: () => ({ discardOnRefusal }), signal, timeoutMs: SERVICE_TIMEOUT_MS }, answers.check),
    replaceCredentials: async ({ connectorId, values, ...input }, { signal } = {}) =>
      once(values, () =>
        call(
          {
            method: 'POST',
            path: at('connectors', connectorId, 'credentials'),
            json: () => ({ ...input, values: values.open() }),
            signal,
            timeoutMs: SERVICE_TIMEOUT_MS,
            keys,
          },
          answers.replaced,
        ),
      ),
    renameConnector: async (id, name, { signal } = {}) =>
      (await call({ method: 'PATCH', path: at('connectors', id), json: () => ({ name }), signal }, answers.connector)).connector,
    deleteConnector: async (id, { signal } = {}) => call.raw({ method: 'DELETE', path: at('connectors', id), signal }, requireSuccess),
    listOperations: async (id, { signal } = {}) =>
      (await call({ method: 'GET', path: at('connectors', id, 'operations'), signal }, answers.operations)).operations,
    execute: async ({ connectorId, ...json }, { signal } = {}) =>
      call.raw({ method: 'POST', path: at('connectors', connectorId, 'execute'), json: () => json, signal, timeoutMs: EXECUTE_TIMEOUT_MS }, executeResult),
    startAttempt: async ({ values, ...input }, { signal } = {}) =>
      once(values, () =>
        call(
          // The handler knows what that one is called which is authorised again.
          {
            method: 'POST',
            path: '/attempts',
            json: () => ({ ...input, name: input.replaces === undefined ? input.name : undefined, values: values.open() }),
            signal,
            timeoutMs: SERVICE_TIMEOUT_MS,
          },
          answers.startedAttempt,
        ),
      ),
    getAttempt: async (attemptId, { signal } = {}) => call({ method: 'GET', path: at('attempts', attemptId), signal }, answers.outcome),
    completeAttempt: async ({ state, params, ticket }, { signal } = {}) =>
      call({ method: 'POST', path: '/attempts/complete', json: () => ({ state, params, ticket }), signal, timeoutMs: SERVICE_TIMEOUT_MS }, answers.outcome),
  };
}

/** What was typed serves one request. */
async function once<T>(values: Sealed<unknown>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    values.empty();
  }
}

/** Only a file carries a disposition. */
function executeResult(answer: HttpAnswer, where: string): ExecuteResult {
  requireSuccess(answer, where);
  const disposition = answer.headers.get('content-disposition');
  const requestId = requestIdOf(answer) ?? null;
  if (disposition === null) {
    const { data, recordsAt: path, nextParams, durationMs, stopped } = judgeJson(answer, answers.execute, where);
    return { type: 'json', data, records: recordsAt(data, path), nextParams, durationMs, requestId, ...(stopped && { stopped }) };
  }
  const contentType = answer.headers.get('content-type') ?? 'application/octet-stream';
  return { type: 'file', blob: new Blob([answer.bytes], { type: contentType }), filename: filenameOf(disposition, 'download'), contentType, requestId };
}

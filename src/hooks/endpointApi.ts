import type { BackendClient } from '../backend/createBackendClient.js';
import { type ConnectApi, ConnectError } from '../core/index.js';

/** Headers of each request to your backend, or a function that gives them then: for a token that is renewed. */
export type EndpointHeaders = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

/** The client of our own backend, loaded with its schemas at the first call: a button on a page costs none of it. */
export function createEndpointApi(endpoint: string, headers: () => EndpointHeaders | undefined): ConnectApi {
  let loading: Promise<BackendClient> | undefined;
  const load = () => {
    loading ??= import('../backend/createBackendClient.js').then(
      ({ createBackendClient }) => createBackendClient({ endpoint, headers: () => read(headers()) }),
      (cause: unknown) => {
        loading = undefined;
        throw new ConnectError('network_unavailable', 'The script with the backend client could not be loaded.', { cause });
      },
    );
    return loading;
  };
  return {
    listDefinitions: async (...input) => (await load()).listDefinitions(...input),
    getDefinition: async (...input) => (await load()).getDefinition(...input),
    listConnectors: async (...input) => (await load()).listConnectors(...input),
    getConnector: async (...input) => (await load()).getConnector(...input),
    createConnector: async (...input) => (await load()).createConnector(...input),
    checkConnector: async (...input) => (await load()).checkConnector(...input),
    replaceCredentials: async (...input) => (await load()).replaceCredentials(...input),
    renameConnector: async (...input) => (await load()).renameConnector(...input),
    deleteConnector: async (...input) => (await load()).deleteConnector(...input),
    listOperations: async (...input) => (await load()).listOperations(...input),
    execute: async (...input) => (await load()).execute(...input),
    startAttempt: async (...input) => (await load()).startAttempt(...input),
    getAttempt: async (...input) => (await load()).getAttempt(...input),
    completeAttempt: async (...input) => (await load()).completeAttempt(...input),
  };
}

const read = async (headers: EndpointHeaders | undefined): Promise<Record<string, string>> =>
  Object.fromEntries(new Headers((typeof headers === 'function' ? await headers() : headers) ?? {}));

import { type ConnectApi, ConnectError, toConnectError } from '../core/index.js';

/** Every method, so that nothing but a `ConnectError` is thrown, and the unavailable ones say so. */
export function onlyConnectErrors(api: ConnectApi, unavailable: ReadonlySet<keyof ConnectApi>): ConnectApi {
  const guarded =
    <A extends unknown[], R>(name: keyof ConnectApi, method: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (unavailable.has(name)) throw new ConnectError('not_available_in_token_mode', `${name} needs a backend: a scoped token may not do it.`);
      try {
        return await method(...args);
      } catch (error) {
        throw toConnectError(error);
      }
    };
  return {
    survivesRedirect: api.survivesRedirect,
    listDefinitions: guarded('listDefinitions', api.listDefinitions),
    getDefinition: guarded('getDefinition', api.getDefinition),
    listConnectors: guarded('listConnectors', api.listConnectors),
    getConnector: guarded('getConnector', api.getConnector),
    createConnector: guarded('createConnector', api.createConnector),
    checkConnector: guarded('checkConnector', api.checkConnector),
    renameConnector: guarded('renameConnector', api.renameConnector),
    deleteConnector: guarded('deleteConnector', api.deleteConnector),
    listOperations: guarded('listOperations', api.listOperations),
    execute: guarded('execute', api.execute),
    startAttempt: guarded('startAttempt', api.startAttempt),
    getAttempt: guarded('getAttempt', api.getAttempt),
    completeAttempt: guarded('completeAttempt', api.completeAttempt),
  };
}

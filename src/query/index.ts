export { connectorOptions, connectorsOptions, operationsOptions } from './connectors.js';
export { definitionOptions, definitionsOptions } from './definitions.js';
export { ackKeys, connectorKeys, definitionKeys } from './keys.js';
export {
  checkConnectorOptions,
  type CheckConnectorVariables,
  createConnectorOptions,
  deleteConnectorOptions,
  executeOptions,
  type ExecuteVariables,
  refreshConnectors,
  renameConnectorOptions,
  type RenameConnectorVariables,
} from './mutations.js';

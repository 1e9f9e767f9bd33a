export { connectorOptions, connectorsOptions, operationsOptions } from './connectors.js';
export { definitionOptions, definitionsOptions } from './definitions.js';
export { hideHalfMade, showHalfMade } from './halfMade.js';
export { ackKeys, connectorKeys, definitionKeys } from './keys.js';
export {
  CHANGE_RULES,
  type CheckConnectorVariables,
  checkConnectorOptions,
  createConnectorOptions,
  deleteConnectorOptions,
  type ExecuteVariables,
  executeOptions,
  type RenameConnectorVariables,
  refreshConnectors,
  renameConnectorOptions,
  replaceConnector,
} from './mutations.js';
export { noteVerdict, type Verdicts } from './verdicts.js';

export {
  builtInCatalog,
  type Catalog,
  type CatalogChange,
  type CatalogEntries,
  type CatalogEntry,
  extendCatalog,
  type TypedDefinition,
  type TypedExecuteInput,
  type TypedExecuteResult,
} from './catalog/index.js';
export type { ConnectErrorBody, ConnectErrorCode, Connector, ExecuteResult } from './core/index.js';
export { ConnectError, isConnectError } from './core/index.js';
export {
  type AgentTool,
  type AgentToolOptions,
  type CallbackWords,
  type ConnectedInfo,
  type ConnectHandler,
  type ConnectHandlerApi,
  type ConnectHandlerEvent,
  type ConnectHandlerOptions,
  createConnectHandler,
  type DeletedUser,
  type HostCreateInput,
  type IoRedisClient,
  type MemoryStoreOptions,
  memoryStore,
  type NodeRedisClient,
  type OfferedDefinition,
  type RateLimit,
  redisStore,
  type Store,
} from './server/index.js';

export type { ConnectHandlerApi } from './api.js';
export type { CallbackWords } from './callback/words.js';
export { type ConnectHandler, createConnectHandler } from './createConnectHandler.js';
export type { ConnectHandlerEvent } from './events.js';
export { type MemoryStoreOptions, memoryStore } from './memoryStore.js';
export type { ConnectedInfo, ConnectHandlerOptions, OfferedDefinition } from './options.js';
export { type IoRedisClient, type NodeRedisClient, redisStore } from './redisStore.js';
export type { Store } from './store.js';

export { ExecutePlayground, type ExecutePlaygroundProps, type RunInput } from './ExecutePlayground.js';
export type { OperationRef } from './operationTree.js';
export type { ExecutePlaygroundSlot } from './types.js';

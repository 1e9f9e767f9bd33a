export { ConnectorList, type ConnectorListProps, type ConnectorListSlot, type ConnectorStatus } from './ConnectorList/index.js';
export { ExecutePlayground, type ExecutePlaygroundProps, type ExecutePlaygroundSlot, type OperationRef, type RunInput } from './ExecutePlayground/index.js';
export { OAuthCallback, type OAuthCallbackProps, type OAuthCallbackSlot, type OAuthCallbackStatus } from './OAuthCallback/index.js';

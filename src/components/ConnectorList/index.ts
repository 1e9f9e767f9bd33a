export { ConnectorList, type ConnectorListProps } from './ConnectorList.js';
export type { ConnectorListSlot, ConnectorStatus } from './types.js';

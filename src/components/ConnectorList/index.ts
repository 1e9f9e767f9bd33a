export { ConnectorList, type ConnectorListProps } from './ConnectorList.js';
export type { ConnectorListParts, ConnectorListSlot, ConnectorStatus, ListItemPartProps, RowTask } from './types.js';

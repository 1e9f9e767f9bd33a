export { ConnectorPicker, type ConnectorPickerProps } from './ConnectorPicker.js';
export type { ConnectorPickerParts, ConnectorPickerSlot, PickerItemPartProps, PickerLayout } from './types.js';

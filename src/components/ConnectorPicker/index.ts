export { ConnectorPicker, type ConnectorPickerProps } from './ConnectorPicker.js';
export type { ConnectorPickerSlot, PickerLayout } from './types.js';

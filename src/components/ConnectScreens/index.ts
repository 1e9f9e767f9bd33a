export { ConnectScreens, type ConnectScreensProps } from './ConnectScreens.js';
export { laterScreens } from './loadLaterScreens.js';
export type { ConnectScreensParts, ConnectScreensSlot } from './slots.js';
export type { ConnectScreensActions, ConnectScreensData, PickerOptions } from './types.js';

export { ConnectScreens, type ConnectScreensProps } from './ConnectScreens.js';
export type { ConnectScreensParts, ConnectScreensSlot } from './slots.js';
export type { ConnectScreensActions, ConnectScreensData } from './types.js';

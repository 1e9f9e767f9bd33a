export { ConnectScreens, type ConnectScreensProps } from './ConnectScreens.js';
export type { ConnectScreensActions, ConnectScreensData } from './types.js';

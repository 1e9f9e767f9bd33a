export { AirbyteProvider, type AirbyteProviderProps } from './AirbyteProvider.js';
export type { Appearance } from './appearance.js';
export { Connect, type ConnectProps } from './Connect.js';
export { ConnectButton, type ConnectButtonProps } from './ConnectButton.js';
export { Connectors, type ConnectorsProps } from './Connectors.js';
export { OAuthCallbackPage, type OAuthCallbackPageProps } from './OAuthCallbackPage.js';
export { Playground, type PlaygroundProps } from './Playground.js';

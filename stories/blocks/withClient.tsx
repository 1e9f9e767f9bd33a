import type { ReactNode } from 'react';
import { AirbyteProvider } from '../../src/blocks/AirbyteProvider.js';
import type { ConnectApi } from '../../src/core/index.js';

/** Decorates a story with a provider over a sandbox. */
export const withClient = (client: ConnectApi) => (Story: () => ReactNode) => (
  <AirbyteProvider client={client} appearance={{ appName: 'Fernway' }}>
    <Story />
  </AirbyteProvider>
);

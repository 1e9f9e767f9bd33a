'use client';

import { lazy, Suspense } from 'react';
import { type ConnectApiProps, ConnectProvider, type ConnectProviderProps, useConnect, useConnectApi } from '../hooks/index.js';
import type { Messages } from '../i18n/index.js';
import { MessagesProvider, useMessages } from '../internal/index.js';
import { type Appearance, AppearanceContext } from './appearance.js';
import { loadConnectDialog } from './loadConnectDialog.js';

export interface AirbyteProviderProps extends ConnectApiProps, Omit<ConnectProviderProps, 'api'> {
  /** The words of everything below. @default English */
  messages?: Messages | undefined;
  /** What the blocks call the host, and how they look. @default {} */
  appearance?: Appearance | undefined;
}

const ConnectDialog = lazy(async () => ({ default: (await loadConnectDialog()).ConnectDialog }));
const PLAIN: Appearance = {};

/**
 * Gives blocks and hooks their backend, and draws the dialog that `connect()` opens.
 * @throws {ConnectError} `invalid_prop`
 * @example <AirbyteProvider userKey={user.id} appearance={{ appName: 'Fernway' }}>{children}</AirbyteProvider>
 */
export function AirbyteProvider({ endpoint, client, headers, messages, appearance = PLAIN, children, ...scope }: AirbyteProviderProps) {
  const api = useConnectApi({ endpoint, client, headers });
  const inherited = useMessages();
  return (
    <ConnectProvider {...scope} api={api}>
      <MessagesProvider messages={messages ?? inherited}>
        <AppearanceContext.Provider value={appearance}>
          {children}
          <OpenDialog />
        </AppearanceContext.Provider>
      </MessagesProvider>
    </ConnectProvider>
  );
}

function OpenDialog() {
  const { state } = useConnect();
  if (state.step === 'idle') return null;
  return (
    <Suspense>
      <ConnectDialog />
    </Suspense>
  );
}

'use client';

import { useMemo } from 'react';
import { type ConnectApiProps, ConnectProvider, type ConnectProviderProps, useConnectApi } from '../hooks/index.js';
import type { MessagesOverride } from '../i18n/index.js';
import { MessagesProvider } from '../internal/index.js';
import { type Appearance, AppearanceContext } from './appearance.js';
import { OpenDialog } from './OpenDialog.js';

/** Props of `AirbyteProvider`. */
export interface AirbyteProviderProps extends ConnectApiProps, Omit<ConnectProviderProps, 'api'> {
  /** The words of everything below, or some of them. @default English */
  messages?: MessagesOverride | undefined;
  /** The language of `messages`, for whoever reads them aloud: the blocks carry it as `lang`. @default as the page */
  locale?: string | undefined;
  /** What the blocks call the host, and how they look. @default {} */
  appearance?: Appearance | undefined;
}

const PLAIN: Appearance = {};

/**
 * Gives blocks and hooks their backend, and draws the dialog that `connect()` opens.
 * @throws {ConnectError} `invalid_prop`
 * @example <AirbyteProvider userKey={user.id} appearance={{ appName: 'Fernway' }}>{children}</AirbyteProvider>
 */
export function AirbyteProvider({ endpoint, client, headers, catalog, messages, locale, appearance = PLAIN, children, ...scope }: AirbyteProviderProps) {
  const api = useConnectApi({ endpoint, client, headers, catalog });
  return (
    <ConnectProvider {...scope} api={api}>
      <MessagesProvider messages={messages}>
        <AppearanceContext.Provider value={useMemo(() => ({ ...appearance, locale }), [appearance, locale])}>
          {children}
          <OpenDialog />
        </AppearanceContext.Provider>
      </MessagesProvider>
    </ConnectProvider>
  );
}

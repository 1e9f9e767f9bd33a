'use client';
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import type { AuthMethod, ConnectError, Connector, ConnectorDefinition, ConnectorDefinitionDetail } from '../../core/index.js';
import { createSlots } from '../../internal/index.js';
import type { ConnectorPickerParts, ConnectorPickerSlot } from '../ConnectorPicker/index.js';
import type { CredentialFormParts, CredentialFormSlot } from '../CredentialForm/index.js';

/** The parts of the flow's screens that take a class of the host: their own, and those of the picker and the form in them. */
export type ConnectScreensSlot =
  | ConnectorPickerSlot
  | CredentialFormSlot
  | 'dialog-header'
  | 'dialog-subject'
  | 'dialog-body'
  | 'dialog-footer'
  | 'screen'
  | 'title'
  | 'description'
  | 'permissions'
  | 'guide'
  | 'discard'
  | 'pair'
  | 'steps'
  | 'step';

/** Components in place of the kit's. One that throws is left out for the kit's own. Keep the object the same between renders. */
export interface ConnectScreensParts extends Omit<ConnectorPickerParts, 'tile'>, CredentialFormParts {
  /** The mark of a service: in the picker, the head and the outcomes. */
  tile?: ((props: { definition: ConnectorDefinition }) => ReactNode) | undefined;
  /** What the application can do once it is connected. */
  permissions?: ComponentType<{ definition: ConnectorDefinitionDetail; appName: string | undefined }> | undefined;
  /** What will happen in the sign-in window. */
  guide?: ComponentType<{ definition: ConnectorDefinitionDetail; appName: string | undefined }> | undefined;
  /** What is known of the connector, at the end. */
  facts?: ComponentType<{ connector: Connector; definition: ConnectorDefinitionDetail; method: AuthMethod }> | undefined;
  /** The fold for whoever helps. */
  details?: ComponentType<{ error: ConnectError; failedAt: Date }> | undefined;
}

export const { SlotsProvider, useSlots: useScreenSlots } = createSlots<ConnectScreensSlot>();

/** What every screen of one flow reads. */
export interface ScreensContextValue {
  parts: ConnectScreensParts;
  classNames: Partial<Record<ConnectScreensSlot, string>> | undefined;
  offline: boolean;
}

export const ScreensContext = createContext<ScreensContextValue>({ parts: {}, classNames: undefined, offline: false });
export const useScreens = (): ScreensContextValue => useContext(ScreensContext);

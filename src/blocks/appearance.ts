'use client';

import { createContext, useContext } from 'react';
import type { ConnectScreensParts, ConnectScreensSlot, PickerOptions } from '../components/ConnectScreens/index.js';
import { VERSION_MARK } from '../internal/index.js';

/** How the blocks look and what they call the host. Colours, fonts and density are CSS variables, `--ack-*`. */
export interface Appearance {
  /** The host's name in sentences, `Fernway`. */
  appName?: string | undefined;
  /** Forces light or dark. @default as the page's `color-scheme` */
  theme?: 'light' | 'dark' | undefined;
  /** The picker of the connect flow: services to begin with, and where to ask for one that is missing. */
  picker?: PickerOptions | undefined;
  /** Class for each slot of the connect flow, and of the dialog around it. */
  classNames?: Partial<Record<ConnectScreensSlot | 'dialog', string>> | undefined;
  /** Components in place of the kit's in the connect flow. */
  slots?: ConnectScreensParts | undefined;
}

export interface AppearanceScope extends Appearance {
  locale?: string | undefined;
}

export const AppearanceContext = createContext<AppearanceScope>({});

/** The host's wishes, and the attributes that a block's root element carries. */
export function useAppearance() {
  const { theme, locale, ...appearance } = useContext(AppearanceContext);
  return { ...appearance, attributes: { ...VERSION_MARK, 'data-ack-theme': theme, lang: locale } };
}

'use client';

import { createContext, useContext } from 'react';

/** How the blocks look and what they call the host. Colours, fonts and density are CSS variables, `--ack-*`. */
export interface Appearance {
  /** The host's name in sentences, `Fernway`. */
  appName?: string | undefined;
  /** Forces light or dark. @default as the page's `color-scheme` */
  theme?: 'light' | 'dark' | undefined;
}

export const AppearanceContext = createContext<Appearance>({});

/** The host's name, and the attributes that a block's root element carries. */
export function useAppearance() {
  const { appName, theme } = useContext(AppearanceContext);
  return { appName, attributes: { 'data-ack-theme': theme } };
}

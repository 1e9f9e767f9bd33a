import type { ComponentType } from 'react';
import { loadFlow } from '../hooks/index.js';

/** Loads the flow's screens, and beside them what drives it. Called on intent (a pointer or focus on a button), so that they are there when it is pressed. */
export async function loadConnectDialog(): Promise<ComponentType> {
  const [{ ConnectDialog, preloadLaterScreens }] = await Promise.all([import('./ConnectDialog.js'), loadFlow()]);
  preloadLaterScreens();
  return ConnectDialog;
}

/** The same on a guess: what can not be loaded now is loaded, or reported, when the flow opens. */
export const preloadConnectDialog = (): void => void loadConnectDialog().catch(() => undefined);

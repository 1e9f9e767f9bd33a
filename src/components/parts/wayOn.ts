import type { ConnectErrorCode } from '../../core/index.js';
import { onlyReloadHelps } from './onlyReloadHelps.js';

export interface WayOn {
  label: string;
  /** Undefined: there is nothing to press. */
  press: (() => void) | undefined;
}

/** The button after a failure: the page's reload where nothing else helps, which needs no help of the host; else what the host offers. @param action The failure's own word. */
export const wayOn = (code: ConnectErrorCode, action: string, otherwise: WayOn): WayOn =>
  onlyReloadHelps(code) ? { label: action, press: () => location.reload() } : otherwise;

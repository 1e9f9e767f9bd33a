import { createLater } from '../../internal/index.js';

/** What some controls are made of, loaded when one that takes a file or several options is drawn, or the first one for JSON was left. */
export const controlParts = createLater(() => import('./controlParts.js'));

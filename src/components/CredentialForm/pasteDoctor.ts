import { createLater } from '../../internal/index.js';

/**
 * What cleans and judges pasted values, what reads a dropped key file, and the notes that say so. Loaded when a form appears: until then a
 * paste goes in as it is.
 */
export const pasteDoctor = createLater(() => import('./pasteViews.js'));

import { createLater } from '../../internal/index.js';

/** What cleans and judges pasted values, and the notes that say so. Loaded when a form appears: until then a paste goes in as it is. */
export const pasteDoctor = createLater(() => import('./PasteNotes.js'));

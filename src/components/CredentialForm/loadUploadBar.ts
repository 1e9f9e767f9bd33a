import { createLater } from '../../internal/index.js';

/** The foot of a box that takes a file, loaded when such a box is drawn. */
export const uploadBar = createLater(() => import('./UploadBar.js'));

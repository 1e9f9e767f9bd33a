import { createLater } from '../../internal/index.js';

/** What reads a dropped key file, and says what it filled. Loaded when a file is dragged over a form. */
export const keyFile = createLater(() => import('./KeyFileViews.js'));

import { createLater } from '../../internal/index.js';

/** What to quote to support. Loaded while the page waits, so that it is there when that fails. */
export const callbackDetails = createLater(() => import('./CallbackDetails.js'));

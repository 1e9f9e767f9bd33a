import { createLater } from '../../internal/index.js';

/** What to quote to support. Loaded while the page waits, or once something failed, so that it costs nothing where nothing fails. */
export const datedErrorDetails = createLater(() => import('./DatedErrorDetails.js'));

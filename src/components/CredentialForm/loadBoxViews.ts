import { createLater } from '../../internal/index.js';

/** What boxes for long texts show beside what is typed, loaded when one that takes a file is drawn, or the first one for JSON was left. */
export const boxViews = createLater(() => import('./boxViews.js'));

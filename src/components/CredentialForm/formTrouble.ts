import { createLater } from '../../internal/index.js';

/** What a form says when something is wrong. Loaded when a form appears, long before anything can be. */
export const formTrouble = createLater(() => import('./formTroubleViews.js'));

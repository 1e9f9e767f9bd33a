import { createLater } from '../../internal/index.js';

/** The controls that few forms have. Loaded when one of them is drawn, or a fold is about to be opened. */
export const moreControls = createLater(() => import('./moreControlViews.js'));

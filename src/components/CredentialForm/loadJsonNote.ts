import { createLater } from '../../internal/index.js';

/** What judges a text of JSON and says where it stops being JSON, loaded when the first such box was left. */
export const jsonNote = createLater(() => import('./JsonNote.js'));

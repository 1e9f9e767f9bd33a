import { createLater } from '../../internal/index.js';

/** What a form sends, and what it says when something is wrong. Loaded when a form appears, before either can be. */
export const formTrouble = createLater(() => import('./formTroubleViews.js'));

export type FormTrouble = NonNullable<ReturnType<typeof formTrouble.use>>;

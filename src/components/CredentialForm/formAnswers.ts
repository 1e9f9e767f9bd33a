import { createLater } from '../../internal/index.js';

/** What becomes of the values of a form that is sent, and of what a consent fills. Loaded when a form appears. */
export const formAnswers = createLater(() => import('./formAnswerRules.js'));

import type { en } from './en.js';

/** All words of the kit. English says which there are. */
export type Messages = typeof en;

/** How a failure is told: what happened, what was kept, the way on. */
export interface ErrorWords {
  title: string;
  text: string;
  /** Label of the way on. */
  action: string;
}

import type { Messages } from './en.js';

/** Some of the words: what is left out is said in English. */
export type MessagesOverride = Some<Messages>;

type Some<Words> = Words extends string | readonly unknown[] | ((...args: never[]) => unknown)
  ? Words
  : { readonly [Key in keyof Words]?: Some<Words[Key]> | undefined };

/** How a failure is told: what happened, what was kept, the way on. */
export interface ErrorWords {
  title: string;
  text: string;
  /** Label of the way on. */
  action: string;
}

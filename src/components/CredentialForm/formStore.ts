import type { FormValues } from '../../form/index.js';

/** What changes in a form while a person types. */
export interface FormState {
  values: FormValues;
  /** Sentences by `fieldKey`. */
  messages: Readonly<Record<string, string>>;
}

/** Holds the state of one form for the parts that draw it, so that a key press draws the field that it is typed into and no other. */
export interface FormStore {
  state: FormState;
  subscribe: (listener: () => void) => () => void;
  /** Tells whoever reads the state that it may be another. */
  tell: () => void;
}

/** @param state What the form begins with. */
export function createFormStore(state: FormState): FormStore {
  const listeners = new Set<() => void>();
  return {
    state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: () => {
      for (const listener of listeners) listener();
    },
  };
}

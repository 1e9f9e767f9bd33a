import type { createValidate } from './validate.js';

let loaded: typeof createValidate | null = null;

/** The validator, loaded when a form appears: it is as large as the form itself. */
export async function loadValidate(): Promise<typeof createValidate> {
  loaded ??= (await import('./validate.js')).createValidate;
  return loaded;
}

/** The validator once it is there, so that the next form has it at once. */
export const loadedValidate = (): typeof createValidate | null => loaded;

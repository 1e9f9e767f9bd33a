import type { FormField } from '../types.js';

/** Has every part of a tree compiled, also those that nobody would look at. */
export function lookAtAll(fields: readonly FormField[]): void {
  for (const field of fields) {
    lookAtAll(field.fields);
    for (const branch of field.branches) lookAtAll(branch.fields);
    if (field.items !== null) lookAtAll([field.items]);
  }
}

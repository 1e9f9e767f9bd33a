import type { FormField } from '../../src/form/index.js';

/** The fields that hold a value, in order: an object's own instead of it. */
export const leavesOf = (field: FormField): readonly FormField[] => (field.kind === 'object' ? field.fields.flatMap(leavesOf) : [field]);

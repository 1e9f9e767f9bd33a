import type { FormField } from './types.js';

/** The one value that a field can have, in a box; null where it can have several. Such a field is hidden, and filled in when it is sent. */
export const constantOf = ({ schema }: FormField): { value: unknown } | null => (Object.hasOwn(schema, 'const') ? { value: schema.const } : null);

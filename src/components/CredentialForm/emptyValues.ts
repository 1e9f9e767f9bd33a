import type { JsonSchema } from '../../core/index.js';
import { type FormValues, layOutForm } from '../../form/index.js';

/**
 * The values of an untouched form.
 * @param advancedAuth As the form gets it: what a consent fills has no value then.
 */
export const emptyValues = (schema: JsonSchema, advancedAuth?: unknown): FormValues => layOutForm(schema, { advancedAuth }).defaults();

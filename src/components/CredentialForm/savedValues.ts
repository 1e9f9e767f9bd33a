import type { JsonSchema } from '../../core/index.js';
import { type FormValues, layOutForm } from '../../form/index.js';

/**
 * The values of a form that edits a configuration: secrets that it masks stay closed, and go back as they came unless they are replaced.
 * @param advancedAuth As the form gets it.
 */
export const savedValues = (schema: JsonSchema, config: Readonly<Record<string, unknown>>, advancedAuth?: unknown): FormValues =>
  layOutForm(schema, { advancedAuth }).fromSaved(config);

import { type Form, type FormField, type FormValues, valueAt, withValueAt } from '../../form/index.js';

export type ParsedParameters = { ok: true; params: FormValues } | { ok: false; reason: 'not_json'; message: string } | { ok: false; reason: 'not_object' };

/** Reads what was typed as raw JSON. Nothing typed means no parameters. */
export function parseParameters(text: string): ParsedParameters {
  if (text.trim() === '') return { ok: true, params: {} };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { ok: false, reason: 'not_json', message: error instanceof Error ? error.message : String(error) };
  }
  return isRecord(parsed) ? { ok: true, params: parsed } : { ok: false, reason: 'not_object' };
}

/** Parameters as text, for the raw view. */
export const printParameters = (params: FormValues): string => JSON.stringify(params, null, 2);

/** Parameters as the values of a form: what it draws as a JSON box becomes text. */
export function valuesFromParameters(form: Form, params: FormValues): FormValues {
  return jsonFields(form.fields).reduce((values, { path }) => {
    const value = valueAt(values, path);
    return value === undefined ? values : withValueAt(values, path, JSON.stringify(value, null, 2));
  }, params);
}

/** The parameters that the form has no field for: they are kept beside it and sent too. */
export function unknownParameters(form: Form, params: FormValues): FormValues {
  const known = new Set(form.fields.map((field) => String(field.path[0])));
  return Object.fromEntries(Object.entries(params).filter(([key]) => !known.has(key)));
}

const jsonFields = (fields: readonly FormField[]): readonly FormField[] =>
  fields.flatMap((field) => (field.kind === 'object' ? jsonFields(field.fields) : field.kind === 'json' ? [field] : []));

const isRecord = (value: unknown): value is FormValues => typeof value === 'object' && value !== null && !Array.isArray(value);

import type { Form, FormError, FormValues } from './types.js';

/** What a zod schema reports: `params.code` is a `FieldErrorCode`, and so is `message`, for hosts that map messages to words. */
export type FormIssue = {
  code: 'custom';
  path: PropertyKey[];
  message: FormError['code'];
  params: { code: FormError['code'] } & FormError['params'];
  input: unknown;
};

/** As much of a zod schema as is needed here. */
export interface Checkable {
  check(judge: (payload: { value: unknown; issues: { push(issue: FormIssue): unknown } }) => void): unknown;
}

/**
 * A form as a schema of the host's own zod (version 4, `zod` or `zod/mini`), with the same verdicts: for a router, a server action or a form
 * library that takes zod. It changes nothing about the value; give it what `toSubmit` returns.
 * @example
 * import * as z from 'zod';
 * const schema = zodFromForm(compileForm(definition.methods[0].schema), z);
 * const { success, error } = schema.safeParse(form.toSubmit(values)); // error.issues[0]: { path, message: 'required', params: { code: 'required' } }
 */
export function zodFromForm<Schema extends Checkable>(
  form: Pick<Form, 'validate'>,
  z: { unknown(): Schema },
): Schema & { readonly _zod: { readonly output: FormValues; readonly input: FormValues } } {
  const schema = z.unknown().check(({ value, issues }) => {
    for (const { path, code, params } of form.validate(value).errors)
      issues.push({ code: 'custom', path: [...path], message: code, params: { ...params, code }, input: value });
  });
  // SAFETY: `check` of both zods returns a schema of the same kind; a value that passes is an object, as the form's verdict requires.
  return schema as Schema & { readonly _zod: { readonly output: FormValues; readonly input: FormValues } };
}

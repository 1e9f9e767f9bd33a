import type { ConnectError, FieldError, FieldErrors } from '../../core/index.js';
import { errorKey, type FormError, type FormField } from '../../form/index.js';
import type { Messages } from '../../i18n/index.js';

/** The service's refusal of what was typed, as opposed to a failure on the way. */
export const isRefusal = (error: ConnectError): boolean => error.code === 'credentials_refused' || error.code === 'refused_connector_left';

/** Which fields a failure is about. A refusal that names none is about the secrets. */
export function fieldErrorsOf(error: ConnectError, leaves: readonly FormField[]): FieldErrors {
  const named = leaves.flatMap(({ path }) => {
    const found = error.fieldErrors?.[errorKey(path)];
    return found === undefined ? [] : [[errorKey(path), found] as const];
  });
  if (named.length > 0 || !isRefusal(error)) return Object.fromEntries(named);
  return Object.fromEntries(leaves.filter(({ secret }) => secret).map(({ path }) => [errorKey(path), { code: 'credentials_refused' }]));
}

/** The form's own verdict in the shape of a service's. */
export const fieldErrorsOfVerdict = (errors: readonly FormError[]): FieldErrors =>
  Object.fromEntries(errors.map(({ path, code, params }) => [errorKey(path), { code, params }]));

/** What is said at one field. */
export function fieldMessage({ errors: words }: Messages['form'], { label }: FormField, error: FieldError | undefined, serviceName: string): string {
  const { code = '', params = {} } = error ?? {};
  switch (code) {
    case 'required':
      return words.required(label);
    case 'pattern':
      return words.pattern(label, String(params.pattern ?? ''));
    case 'format':
      return words.format(label, String(params.format ?? ''));
    case 'minimum':
      return words.minimum(label, Number(params.minimum));
    case 'maximum':
      return words.maximum(label, Number(params.maximum));
    case 'enum':
      return words.enum(label);
    case 'type':
      return words.type(label);
    case 'json':
      return words.json;
    case 'credentials_refused':
      return words.refused(label, serviceName);
    default:
      return words.invalid(label);
  }
}

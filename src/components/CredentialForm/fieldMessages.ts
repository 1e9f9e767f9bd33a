import type { ConnectError, FieldErrors, FieldProblem } from '../../core/index.js';
import { errorKey, type FormField, nameFromKey } from '../../form/index.js';
import type { Messages } from '../../i18n/index.js';
import { fieldKey } from './fieldLists.js';
import { type PlacedErrors, placeErrors } from './placeErrors.js';

/** The service's refusal of what was typed, as opposed to a failure on the way. */
export const isRefusal = (error: ConnectError): boolean => error.code === 'credentials_refused' || error.code === 'refused_connector_left';

/** What a failure says of single values. */
export function fieldErrorsOf(error: ConnectError, drawn: readonly FormField[]): FieldErrors {
  const secrets = refusedSecrets(error, drawn);
  if (secrets === null) return error.fieldErrors ?? {};
  // Of several secrets nobody knows which one is meant: the reason stands once, above them.
  const reason = secrets.length === 1 ? error.reason : undefined;
  const refused: FieldProblem = { code: 'credentials_refused', ...(reason === undefined ? {} : { params: { reason } }) };
  return Object.fromEntries(secrets.map(({ path }) => [errorKey(path), refused]));
}

/** Whether a refusal, and the reason for it, are told whole at the one secret that is drawn. */
export const isToldAtSecret = (error: ConnectError, drawn: readonly FormField[]): boolean => refusedSecrets(error, drawn)?.length === 1;

/** A refusal that names none of the values drawn is about the secrets; null for any other failure. */
function refusedSecrets(error: ConnectError, drawn: readonly FormField[]): readonly FormField[] | null {
  const names = Object.keys(placeErrors(error.fieldErrors ?? {}, drawn).placed).length > 0;
  return isRefusal(error) && !names ? drawn.filter(({ secret }) => secret) : null;
}

/** What is said at each of these fields, by `fieldKey`. */
export function fieldMessages(
  words: Messages['form'],
  wrong: readonly FormField[],
  placed: PlacedErrors['placed'],
  serviceName: string,
): Record<string, string> {
  const sentences = wrong.flatMap((field) => {
    const said = placed[fieldKey(field)];
    return said === undefined ? [] : [[fieldKey(field), fieldMessage(words, field, said, serviceName)] as const];
  });
  return Object.assign(Object.create(null), Object.fromEntries(sentences));
}

/** What is said of a value that no field asks for, by the key under which its error came; of the whole form without one. */
export function restMessage({ errors: words }: Messages['form'], key: string): string {
  const name = key.split('.').findLast((part) => !/^\d*$/.test(part));
  return name === undefined ? words.form : words.invalid(nameFromKey(name));
}

/** What is said at one field: which value, why, and what to do. */
export function fieldMessage({ errors: words }: Messages['form'], field: Pick<FormField, 'label' | 'kind'>, error: FieldProblem, serviceName: string): string {
  const { label, kind } = field;
  const { code, params = {} } = error;
  switch (code) {
    case 'required':
      if (kind === 'list' || kind === 'tags') return words.unlisted(label);
      return kind === 'choice' || kind === 'select' ? words.unchosen(label) : words.required(label);
    case 'pattern':
      return words.pattern(label, String(params.pattern ?? ''));
    case 'format':
      return words.format(label, String(params.format ?? ''));
    case 'minimum':
    case 'maximum':
    case 'min_length':
    case 'max_length':
    case 'min_items':
    case 'max_items':
      return words[code](label, limitOf(params));
    case 'multiple_of':
      return words.multiple_of(label, limitOf(params));
    case 'enum':
    case 'type':
    case 'unique':
    case 'constant':
      return words[code](label);
    case 'json':
      return words.json;
    case 'credentials_refused':
      return words.refused(label, serviceName, params.reason === undefined ? undefined : String(params.reason));
    default:
      return words.invalid(label);
  }
}

/** The number of a limit, whatever the parameter is called. */
const limitOf = (params: Readonly<Record<string, string | number>>): number => Number(Object.values(params).find((value) => typeof value === 'number'));

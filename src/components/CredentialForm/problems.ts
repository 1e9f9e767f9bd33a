import type { FieldErrors, FieldProblem } from '../../core/index.js';
import type { FormField } from '../../form/index.js';
import type { Messages } from '../../i18n/index.js';
import { fieldKey } from './fieldLists.js';
import { fieldMessage, restMessage } from './fieldMessages.js';
import { fieldFor, placeOf } from './placeErrors.js';

/** One line of the summary above a form. */
export interface Problem {
  /** The key under which its error came. */
  id: string;
  /** `fieldKey` of the field that it leads to; null where none shows it. */
  target: string | null;
  text: string;
  /** The value changed since. */
  done: boolean;
}

interface ProblemOptions {
  words: Messages['form'];
  /** All that was said of the last try. */
  told: FieldErrors;
  /** What of it is still true. */
  errors: FieldErrors;
  drawn: readonly FormField[];
  serviceName: string;
}

/** What was said of the last try, in the order of the fields, then what no field shows. */
export function problemsOf({ words, told, errors, drawn, serviceName }: ProblemOptions): readonly Problem[] {
  return Object.entries(told)
    .map(([id, error]) => ({ id, error, field: fieldFor(id, drawn) }))
    .toSorted((left, right) => placeOf(left.field, drawn) - placeOf(right.field, drawn))
    .map(({ id, error, field }) => ({
      id,
      target: field === undefined ? null : fieldKey(field),
      text: textOf(id, error, field),
      done: !Object.hasOwn(errors, id),
    }));

  /** What is wrong; of a value that was changed only its name. */
  function textOf(id: string, error: FieldProblem, field: FormField | undefined): string {
    if (field === undefined) return restMessage(words, id);
    return Object.hasOwn(errors, id) ? fieldMessage(words, field, error, serviceName) : field.label;
  }
}

import { constantOf } from '../constants.js';
import type { FormField } from '../types.js';

const names = new Intl.Collator('en', { numeric: true });

/**
 * The order in which fields are asked: what is needed first, then by `order`, numbered before unnumbered. Ties go by key where a sibling has
 * a number, since numbers then say what the author wanted; where none has, the order of the schema is all that there is.
 */
export function inOrder(fields: readonly FormField[]): FormField[] {
  const numbered = fields.some(({ schema }) => typeof schema.order === 'number');
  return fields.toSorted(
    (left, right) =>
      Number(isNeeded(right)) - Number(isNeeded(left)) || orderOf(left) - orderOf(right) || (numbered ? names.compare(keyOf(left), keyOf(right)) : 0),
  );
}

const isNeeded = (field: FormField): boolean =>
  field.required || field.kind === 'choice' || field.kind === 'object' || field.schema.always_show === true || constantOf(field) !== null;

const orderOf = ({ schema }: FormField): number => (typeof schema.order === 'number' && Number.isFinite(schema.order) ? schema.order : Number.MAX_SAFE_INTEGER);

const keyOf = ({ path }: FormField): string => String(path.at(-1));

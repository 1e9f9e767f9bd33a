import { chosenIn } from './branches.js';
import { isBeside } from './ownField.js';
import type { FormField } from './types.js';
import { ownValue } from './values.js';

/** By an object that is sent, and by the schema of a choice. Beside the value, so that nothing of it is sent. */
const sent = new WeakMap<object, Map<object, number>>();

/**
 * Remembers which branch of a choice was chosen where an object that is sent came from. The object alone does not always tell: `{}` lacks
 * something of every branch, and what is missing has to be named in the one that is drawn.
 */
export function noteBranch(value: object, { schema }: FormField, index: number): void {
  const noted = sent.get(value) ?? new Map<object, number>();
  noted.set(schema, index);
  sent.set(value, noted);
}

/** Does so for the choices that stand beside the properties of this object, those inside their branches too. */
export function noteBesides(fields: readonly FormField[], draft: unknown, value: object): void {
  for (const field of fields.filter(isBeside)) {
    const inner = ownValue(draft, String(field.draftPath.at(-1)));
    const branch = chosenIn(field, inner);
    if (branch === null) continue;
    noteBranch(value, field, branch.index);
    noteBesides(branch.fields, ownValue(ownValue(inner, 'drafts'), String(branch.index)), value);
  }
}

/** `FieldBranch.index` of the branch from which this very object came; undefined where it is not known. */
export const notedBranch = (value: unknown, { schema }: FormField): number | undefined =>
  typeof value === 'object' && value !== null ? sent.get(value)?.get(schema) : undefined;

/** Says the same of a copy. */
export function copyNotes(value: object, copy: object): void {
  const noted = sent.get(value);
  if (noted !== undefined) sent.set(copy, noted);
}

import type { FieldPath, FormField } from '../types.js';

/** The fields that hold a value and are on screen together with `beside`: of a choice the branch that it stands in, if any. */
export function leavesInPlay(fields: readonly FormField[], beside: FormField | null = null): readonly FormField[] {
  return fields.flatMap((field) => {
    if (field.hidden) return [];
    if (field.kind === 'object') return leavesInPlay(field.fields, beside);
    if (field.kind !== 'choice') return [field];
    const branch = field.branches.find(({ index }) => beside !== null && startsWith(beside.draftPath, [...field.draftPath, 'drafts', index]));
    return leavesInPlay(branch?.fields ?? [], beside);
  });
}

const startsWith = (path: FieldPath, start: FieldPath): boolean => start.every((key, index) => String(path[index]) === String(key));

import { isJsonObject } from '../core/index.js';
import { branchDefaults } from './defaults.js';
import type { FieldBranch, FormField, FormValues } from './types.js';
import { ownValue, valueAt, withValueAt } from './values.js';

/** The branch that the draft of a choice has chosen; null where nothing is chosen yet. */
export function chosenIn({ branches }: FormField, draft: unknown): FieldBranch | null {
  const index = ownValue(draft, 'branch');
  return branches.find((branch) => branch.index === index) ?? null;
}

/** The branch of a `choice` that is chosen; null where none is, as in an edited configuration that has no value here. */
export const chosenBranch = (field: FormField, values: FormValues): FieldBranch | null => chosenIn(field, valueAt(values, field.draftPath));

/**
 * Chooses a branch. The one that is left keeps its draft, so that going back loses nothing; one that is chosen first gets its defaults.
 * @param index `FieldBranch.index`. One that the choice does not have changes nothing.
 */
export function chooseBranch(field: FormField, values: FormValues, index: number): FormValues {
  const branch = field.branches.find((one) => one.index === index);
  if (branch === undefined) return values;
  const draft = valueAt(values, field.draftPath);
  const kept = ownValue(draft, 'drafts');
  const drafts = isJsonObject(kept) ? kept : {};
  const key = String(index);
  return withValueAt(values, field.draftPath, {
    ...(isJsonObject(draft) ? draft : {}),
    branch: index,
    drafts: Object.hasOwn(drafts, key) ? drafts : { ...drafts, [key]: branchDefaults(field, branch) },
  });
}

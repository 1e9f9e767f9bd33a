import type { JsonObject } from '../core/index.js';
import { chosenIn } from './branches.js';
import { branchOfValue } from './branchOfValue.js';
import { isBeside } from './ownField.js';
import type { FormField } from './types.js';
import { ownValue } from './values.js';

/** What is saved and no field of the form, so that it is sent as it came. */
export function unknownEntries(fields: readonly FormField[], draft: unknown, saved: JsonObject): [string, unknown][] {
  const ours = new Set(knownKeys(fields, draft, saved));
  return Object.entries(saved).filter(([key]) => !ours.has(key));
}

/** Keys that the form answers for: the fields', and of a choice those of the chosen branch; of all branches once another is chosen. */
function knownKeys(fields: readonly FormField[], draft: unknown, saved: unknown): string[] {
  return fields.flatMap((field) => {
    if (!isBeside(field)) return [String(field.path.at(-1))];
    const inner = ownValue(draft, String(field.draftPath.at(-1)));
    const chosen = chosenIn(field, inner);
    if (chosen === null) return [];
    const branches = branchOfValue(field, saved)?.index === chosen.index ? [chosen] : field.branches;
    return branches.flatMap((branch) => knownKeys(branch.fields, ownValue(ownValue(inner, 'drafts'), String(branch.index)), saved));
  });
}

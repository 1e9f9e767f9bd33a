import type { FormField } from '../../../src/form/index.js';

/** How many alternatives a form offers, in all its choices, inside alternatives and items too. */
export const offeredAlternatives = (fields: readonly FormField[]): number =>
  fields.filter(({ hidden }) => !hidden).reduce((sum, field) => sum + ofField(field), 0);

function ofField(field: FormField): number {
  const offered = field.branches.filter(({ hidden }) => !hidden);
  const isAsked = offered.length > 1;
  const inside = offered.reduce((sum, branch) => sum + offeredAlternatives(branch.fields), 0);
  return (isAsked ? offered.length : 0) + inside + offeredAlternatives(field.fields) + (field.items === null ? 0 : ofField(field.items));
}

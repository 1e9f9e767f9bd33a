import { isJsonObject, type JsonSchema, type OAuthBranch } from '../core/index.js';
import { defaultsOf } from './defaults.js';
import { lazily } from './lazily.js';
import { compileRoot } from './tree/compileRoot.js';
import { fieldGroups } from './tree/fieldGroups.js';
import { lookAtAll } from './tree/lookAtAll.js';
import type { FormField, FormLayout } from './types.js';

/** What a form draws and begins with: a layout without what is only needed once it is filled in. */
export type FieldLayout = Pick<FormLayout, 'fields' | 'groups' | 'defaults' | 'warnings'>;

const laidOut = new WeakMap<object, FieldLayout>();

/** A schema's fields. Never throws, whatever it is given. The same schema object gives the same fields: a form and the values beside it share them. */
export function layOutFields(given: unknown): FieldLayout {
  if (!isJsonObject(given)) return layOut({}, null, ['The schema is no object, so nothing is asked.']);
  const layout = laidOut.get(given) ?? layOut(given, null);
  laidOut.set(given, layout);
  return layout;
}

/** @param oauth The alternative that is a consent. */
export function layOut(schema: JsonSchema, oauth: OAuthBranch | null, problems: readonly string[] = []): FieldLayout {
  const fields = compileRoot(schema, oauth, []);
  const layout: FieldLayout = { fields, groups: fieldGroups(schema, fields), warnings: [], defaults: () => defaultsOf(fields) };
  // Parts of the fields are compiled when they are looked at, in any order. Warnings are of all of them, in the order of the schema.
  return lazily(layout, 'warnings', () => {
    const warnings = [...problems];
    const all: readonly FormField[] = compileRoot(schema, oauth, warnings);
    lookAtAll(all);
    return warnings;
  });
}

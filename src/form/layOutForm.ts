import { isJsonObject, type JsonSchema, oauthBranchOf, withoutOAuthOutput } from '../core/index.js';
import { defaultsOf } from './defaults.js';
import { lazily } from './lazily.js';
import { loadObject } from './loadDraft.js';
import { submitRoot } from './submitDraft.js';
import { compileRoot } from './tree/compileRoot.js';
import { fieldGroups } from './tree/fieldGroups.js';
import { lookAtAll } from './tree/lookAtAll.js';
import type { FormField, FormLayout } from './types.js';

export interface FormOptions {
  /** `advanced_auth` of the connector's specification, or the older `authSpecification`: what a consent fills is then not asked. */
  advancedAuth?: unknown;
}

const laidOut = new WeakMap<object, { advancedAuth: unknown; layout: FormLayout }>();

/**
 * A schema's fields and values, without the validator and its bytes. Never throws, whatever it is given. The same schema object, with the
 * same options, gives the same layout: a component and the values beside it share one.
 */
export function layOutForm(given: unknown, { advancedAuth }: FormOptions = {}): FormLayout {
  if (!isJsonObject(given)) return layOut({}, undefined, ['The schema is no object, so nothing is asked.']);
  const known = laidOut.get(given);
  if (known !== undefined && known.advancedAuth === advancedAuth) return known.layout;
  const layout = layOut(given, advancedAuth, []);
  laidOut.set(given, { advancedAuth, layout });
  return layout;
}

function layOut(asked: JsonSchema, advancedAuth: unknown, problems: readonly string[]): FormLayout {
  const schema = withoutOAuthOutput(asked, advancedAuth);
  const compile = (warnings: string[]): FormField[] => compileRoot(schema, oauthBranchOf(asked, advancedAuth), warnings);
  const fields = compile([]);
  const layout: FormLayout = {
    fields,
    groups: fieldGroups(schema, fields),
    warnings: [],
    defaults: () => defaultsOf(fields),
    fromSaved: (config) => loadObject(fields, config),
    toSubmit: (values) => submitRoot(fields, values),
  };
  // Parts of the fields are compiled when they are looked at, in any order. Warnings are of all of them, in the order of the schema.
  return lazily(layout, 'warnings', () => {
    const warnings = [...problems];
    lookAtAll(compile(warnings));
    return warnings;
  });
}

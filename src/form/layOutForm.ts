import { isJsonObject, type JsonSchema, type OAuthBranch, oauthBranchOf, withoutOAuthOutput } from '../core/index.js';
import { defaultsOf } from './defaults.js';
import { loadObject } from './loadDraft.js';
import { submitRoot } from './submitDraft.js';
import { createCompileContext } from './tree/compileContext.js';
import { compileFields } from './tree/compileFields.js';
import { fieldGroups } from './tree/fieldGroups.js';
import { resolveSchema } from './tree/resolveSchema.js';
import type { FormField, FormLayout } from './types.js';

export interface FormOptions {
  /** `advanced_auth` of the connector's specification, or the older `authSpecification`: what a consent fills is then not asked. */
  advancedAuth?: unknown;
}

/** A schema's fields and values, without the validator and its bytes. Never throws, whatever it is given. */
export function layOutForm(given: unknown, { advancedAuth }: FormOptions = {}): FormLayout {
  const warnings: string[] = [];
  const asked = objectSchema(given, warnings);
  const schema = withoutOAuthOutput(asked, advancedAuth);
  const fields = compileRoot(schema, oauthBranchOf(asked, advancedAuth), warnings);
  return {
    fields,
    groups: fieldGroups({ ...schema }, fields),
    warnings,
    defaults: () => defaultsOf(fields),
    fromSaved: (config) => loadObject(fields, config),
    toSubmit: (values) => submitRoot(fields, values),
  };
}

function objectSchema(given: unknown, warnings: string[]): JsonSchema {
  if (isJsonObject(given)) return given;
  warnings.push('The schema is no object, so nothing is asked.');
  return {};
}

function compileRoot(schema: JsonSchema, oauth: OAuthBranch | null, warnings: string[]): FormField[] {
  const context = createCompileContext(schema, oauth, warnings);
  const resolved = resolveSchema({ ...schema }, context, ['#']);
  if ('problem' in resolved) {
    context.warn([], `${resolved.problem}, so nothing is asked`);
    return [];
  }
  return compileFields(resolved.schema, { path: [], draftPath: [], depth: 0, refs: resolved.refs, secret: false }, context);
}

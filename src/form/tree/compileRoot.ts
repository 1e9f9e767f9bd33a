import { isJsonObject, type JsonObject, type JsonSchema, type OAuthBranch } from '../../core/index.js';
import { nameFromKey } from '../nameFromKey.js';
import { ROOT_VALUE } from '../ownField.js';
import type { FormField } from '../types.js';
import { type At, type CompileContext, createCompileContext, type FieldAt } from './compileContext.js';
import { compileField, jsonField } from './compileField.js';
import { compileFields } from './compileFields.js';
import { choicesLeftIn } from './mergeSchemas.js';
import { type Resolved, resolveSchema } from './resolveSchema.js';
import { mainType } from './schemaTypes.js';

/** The fields of a whole schema: those of an object; of a schema of anything else one field, at an empty path. */
export function compileRoot(given: JsonSchema, oauth: OAuthBranch | null, warnings: string[]): FormField[] {
  const context = createCompileContext(given, oauth, warnings);
  const resolved = resolveSchema(given, context, ['#']);
  if ('problem' in resolved) return compilePartly(given, resolved.problem, context);
  const at: At = { path: [], draftPath: [], depth: 0, refs: resolved.refs, secret: false };
  return asksObject(resolved) ? compileFields(resolved.schema, at, context) : [compileValue(resolved, at, context)];
}

/** Of a schema whose parts can not be one, those that can; where they ask for nothing, the whole as JSON. */
function compilePartly({ allOf, ...own }: JsonSchema, problem: string, context: CompileContext): FormField[] {
  const at = { path: [], draftPath: [], depth: 0, refs: ['#'], secret: false };
  let kept: JsonObject = {};
  for (const part of [own, ...(Array.isArray(allOf) ? allOf.filter(isJsonObject) : [])]) {
    const resolved = resolveSchema({ ...kept, allOf: [...choicesLeftIn(kept), part] }, context, at.refs);
    if (!('problem' in resolved)) kept = resolved.schema;
  }
  const fields = asksObject({ schema: kept }) ? compileFields(kept, at, context) : [];
  if (fields.length > 0) context.warn([], `${problem}, so only those parts are asked that fit together`);
  return fields.length > 0 ? fields : [jsonField({ ...own }, valueAt(at), context, problem)];
}

function asksObject({ schema }: Pick<Resolved, 'schema'>): boolean {
  const type = mainType(schema);
  return type === 'object' || type === null || isJsonObject(schema.properties);
}

/** A configuration that is one value. A choice there would be taken for one beside properties, which there are not. */
function compileValue({ schema }: Resolved, root: At, context: CompileContext): FormField {
  const at = valueAt(root);
  const field = compileField(schema, at, context);
  return field.kind === 'choice' ? jsonField(schema, at, context, 'is a choice of values that are no objects') : field;
}

const valueAt = (root: At): FieldAt => ({ ...root, draftPath: [ROOT_VALUE], required: true, grouped: false, isTelling: false, label: nameFromKey('value') });

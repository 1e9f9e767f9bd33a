import { isJsonObject, type JsonSchema, type OAuthBranch } from '../../core/index.js';
import { nameFromKey } from '../nameFromKey.js';
import { ROOT_VALUE } from '../ownField.js';
import type { FormField } from '../types.js';
import { type At, type CompileContext, createCompileContext } from './compileContext.js';
import { compileField, jsonField } from './compileField.js';
import { compileFields } from './compileFields.js';
import { type Resolved, resolveSchema } from './resolveSchema.js';
import { mainType } from './schemaTypes.js';

/** The fields of a whole schema: those of an object; of a schema of anything else one field, at an empty path. */
export function compileRoot(given: JsonSchema, oauth: OAuthBranch | null, warnings: string[]): FormField[] {
  const context = createCompileContext(given, oauth, warnings);
  const resolved = resolveSchema(given, context, ['#']);
  if ('problem' in resolved) {
    context.warn([], `${resolved.problem}, so nothing is asked`);
    return [];
  }
  const at: At = { path: [], draftPath: [], depth: 0, refs: resolved.refs, secret: false };
  return asksObject(resolved) ? compileFields(resolved.schema, at, context) : [compileValue(resolved, at, context)];
}

function asksObject({ schema }: Resolved): boolean {
  const type = mainType(schema);
  return type === 'object' || type === null || isJsonObject(schema.properties);
}

/** A configuration that is one value. A choice there would be taken for one beside properties, which there are not. */
function compileValue({ schema }: Resolved, root: At, context: CompileContext): FormField {
  const at = { ...root, draftPath: [ROOT_VALUE], required: true, grouped: false, isTelling: false, label: nameFromKey('value') };
  const field = compileField(schema, at, context);
  return field.kind === 'choice' ? jsonField(schema, at, context, 'is a choice of values that are no objects') : field;
}

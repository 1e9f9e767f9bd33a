import { isJsonObject, type JsonObject } from '../../core/index.js';
import { lazily } from '../lazily.js';
import type { FormField } from '../types.js';
import { alternativesIn, asksForm, compileChoice } from './compileChoice.js';
import { type CompileContext, type FieldAt, MAX_DEPTH } from './compileContext.js';
import { compileFields } from './compileFields.js';
import { compileList } from './compileList.js';
import { createField } from './createField.js';
import { enumOf, optionsOf, scalarKind } from './fieldKind.js';
import { choicesLeftIn } from './mergeSchemas.js';
import { resolveSchema } from './resolveSchema.js';
import { mainType } from './schemaTypes.js';
import { titledEnum } from './titledEnum.js';

/** One schema as a field. What is not understood is a `json` field and a warning. */
export function compileField(raw: JsonObject, at: FieldAt, context: CompileContext): FormField {
  if (at.depth > MAX_DEPTH) return jsonField(raw, at, context, 'is nested too deeply');
  if (!context.count(at.refs)) return jsonField(raw, at, context, 'is one of too many that references bring in');
  const resolved = resolveSchema(raw, context, at.refs);
  if ('problem' in resolved) return jsonField(raw, at, context, resolved.problem);
  return compileResolved(
    titledEnum(withConstant(resolved.schema, at)),
    { ...at, refs: resolved.refs, secret: at.secret || isSecret(resolved.schema) },
    context,
  );
}

function compileResolved(schema: JsonObject, at: FieldAt, context: CompileContext): FormField {
  if (Object.hasOwn(schema, 'const')) return createField(schema, at, { kind: constantKind(schema, at), hidden: true });
  if (hasProperties(schema) || hasSeveralChoices(schema, at, context))
    return lazily(createField(schema, at, { kind: 'object' }), 'fields', () => compileFields(schema, at, context));
  if (choicesLeftIn(schema).length > 0) return jsonField(schema, at, context, 'has parts that contradict each other');
  const alternatives = alternativesIn(schema, at, context);
  if (asksForm(alternatives)) return compileChoice(schema, { ...at, alternatives }, context);
  switch (mainType(schema)) {
    case 'object':
      return schema.additionalProperties === false && !isJsonObject(schema.patternProperties)
        ? createField(schema, at, { kind: 'object' })
        : jsonField(schema, at, context, 'is an object whose keys are not described');
    case 'array':
      return compileList(schema, at, context);
    case 'null':
      return createField({ ...schema, const: null }, at, { kind: 'json', hidden: true });
    default:
      return compileScalar(schema, at, context);
  }
}

function compileScalar(schema: JsonObject, at: FieldAt, context: CompileContext): FormField {
  const kind = scalarKind(schema, at.secret);
  if (kind === 'json') return jsonField(schema, at, context, 'allows only some objects or lists');
  return createField(schema, at, { kind, options: kind === 'select' ? optionsOf(schema) : [] });
}

/** A part of which no form is possible. */
export function jsonField(schema: JsonObject, at: FieldAt, context: CompileContext, problem: string): FormField {
  context.warn(at.path, `${problem}, so it is asked as JSON`);
  return createField(schema, at, { kind: 'json' });
}

const hasProperties = ({ properties }: JsonObject): boolean => isJsonObject(properties) && Object.keys(properties).length > 0;

/** Choices of properties that must all be made, which so stand in one object. */
function hasSeveralChoices(schema: JsonObject, at: FieldAt, context: CompileContext): boolean {
  const others = choicesLeftIn(schema);
  return others.length > 0 && [schema, ...others].every((choice) => alternativesIn(choice, at, context).every(({ schema: one }) => hasProperties(one)));
}

const isSecret = ({ airbyte_secret, format }: JsonObject): boolean => airbyte_secret === true || airbyte_secret === 'true' || format === 'password';

const constantKind = (schema: JsonObject, at: FieldAt) => (typeof schema.const === 'object' ? 'json' : scalarKind(schema, at.secret));

/** One value is a constant where it must be there, where it tells branches apart, or where it is the default. Not as an item: how many there are is asked. */
function withConstant(schema: JsonObject, { required, isTelling, isItem }: FieldAt): JsonObject {
  if (isItem === true) return withoutConstant(schema);
  const values = enumOf(schema);
  if (Object.hasOwn(schema, 'const') || values?.length !== 1) return schema;
  return required || isTelling || schema.default === values[0] ? { ...schema, const: values[0] } : schema;
}

/** The one value that an item can have, as something to pick. */
function withoutConstant(schema: JsonObject): JsonObject {
  if (!Object.hasOwn(schema, 'const') || typeof schema.const === 'object') return schema;
  const { const: value, ...own } = schema;
  return { ...own, enum: [value] };
}

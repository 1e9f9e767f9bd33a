import { isJsonObject, type JsonObject } from '../core/index.js';
import { nameFromKey } from './nameFromKey.js';
import type { FieldKind, FieldPath, FormField } from './types.js';

/** The fields of an object schema, in the order in which they are asked. What is not understood is a `json` field and a warning. */
export function compileFields(schema: JsonObject, path: FieldPath, warnings: string[]): FormField[] {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return propertiesOf(schema)
    .toSorted(byOrder(required))
    .map(([key, property]) => compileField(property, [...path, key], required.has(key), warnings));
}

function propertiesOf(schema: JsonObject): [string, JsonObject][] {
  if (!isJsonObject(schema.properties)) return [];
  return Object.entries(schema.properties).flatMap(([key, property]) => (isJsonObject(property) ? [[key, property]] : []));
}

/** Required first, then by `order`, numbered before unnumbered, then as declared. */
const byOrder =
  (required: ReadonlySet<unknown>) =>
  ([leftKey, left]: [string, JsonObject], [rightKey, right]: [string, JsonObject]): number =>
    Number(required.has(rightKey)) - Number(required.has(leftKey)) || orderOf(left) - orderOf(right) || 0;

const orderOf = (schema: JsonObject): number => (typeof schema.order === 'number' ? schema.order : Number.MAX_SAFE_INTEGER);

function compileField(schema: JsonObject, path: FieldPath, required: boolean, warnings: string[]): FormField {
  const kind = kindOf(schema);
  if (kind === 'json') warnings.push(`${path.join('.')}: this part of the schema is not understood, so it is asked as JSON.`);
  return {
    kind,
    path,
    draftPath: path,
    label: typeof schema.title === 'string' && schema.title !== '' ? schema.title : nameFromKey(String(path.at(-1))),
    help: typeof schema.description === 'string' && schema.description !== '' ? schema.description : null,
    examples: Array.isArray(schema.examples) ? schema.examples.filter((example) => typeof example !== 'object').map(String) : [],
    required,
    secret: schema.airbyte_secret === true,
    multiline: schema.multiline === true,
    options: optionsOf(schema),
    group: typeof schema.group === 'string' ? schema.group : null,
    folded: !required && schema.airbyte_secret !== true && schema.always_show !== true,
    hidden: schema.airbyte_hidden === true,
    inline: kind === 'object' && (typeof schema.title !== 'string' || schema.title === ''),
    fields: kind === 'object' ? compileFields(schema, path, warnings) : [],
    branches: [],
    display: 'radio',
    items: null,
    patternHint: typeof schema.pattern_descriptor === 'string' ? schema.pattern_descriptor : null,
    inputType: inputTypeOf(schema),
    schema,
  };
}

function kindOf(schema: JsonObject): FieldKind {
  if (Array.isArray(schema.enum)) return optionsOf(schema).length === schema.enum.length ? 'select' : 'json';
  switch (schema.type) {
    case 'object':
      return isJsonObject(schema.properties) && Object.keys(schema.properties).length > 0 && !('oneOf' in schema) ? 'object' : 'json';
    case 'boolean':
      return 'switch';
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return isJsonObject(schema.items) && isScalar(schema.items.type) && !Array.isArray(schema.items.enum) ? 'tags' : 'json';
    case 'string':
      return textKindOf(schema);
    default:
      return 'json';
  }
}

function textKindOf(schema: JsonObject): FieldKind {
  if (schema.airbyte_secret === true) return schema.multiline === true ? 'multiline_secret' : 'secret';
  if (schema.format === 'date') return 'date';
  return schema.format === 'date-time' ? 'date_time' : 'text';
}

const isScalar = (type: unknown) => type === 'string' || type === 'integer' || type === 'number';

function optionsOf(schema: JsonObject): FormField['options'] {
  if (!Array.isArray(schema.enum)) return [];
  const names: unknown[] = Array.isArray(schema.enumNames) ? schema.enumNames : [];
  return schema.enum.flatMap((value, index) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [{ value, label: String(names[index] ?? value) }] : [],
  );
}

function inputTypeOf({ type, format }: JsonObject): FormField['inputType'] {
  if (type === 'integer' || type === 'number') return 'number';
  if (format === 'email') return 'email';
  return format === 'uri' || format === 'url' ? 'url' : 'text';
}

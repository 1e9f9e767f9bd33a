import { type ConnectorValues, isJsonObject, type JsonObject, type JsonSchema } from '../core/index.js';
import { branchOfValue } from './branchOfValue.js';
import { layOutForm } from './layOutForm.js';
import { isBeside, ownField } from './ownField.js';
import type { FormField } from './types.js';

/**
 * The values that may be noted over a same-tab redirect, and kept in a page that nobody looks at: those of fields known not to be secret. A
 * schema that marks no field as secret does not tell, so none of its values is; nor is what a person wrote as JSON, or what the form has no
 * field for.
 */
export function publicValues(schema: JsonSchema, values: ConnectorValues): ConnectorValues {
  return marksSecrets(schema) ? publicObject(layOutForm(schema).fields, { ...values }) : {};
}

function marksSecrets(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.some(marksSecrets);
  return isJsonObject(schema) && (schema.airbyte_secret === true || Object.values(schema).some(marksSecrets));
}

function publicObject(fields: readonly FormField[], value: JsonObject): JsonObject {
  const entries = fields.flatMap((field): [string, unknown][] => {
    if (isBeside(field)) {
      const inner = publicChoice(field, value);
      return isJsonObject(inner) ? Object.entries(inner) : [];
    }
    const key = keyOf(field);
    const inner = Object.hasOwn(value, key) ? publicValue(field, value[key]) : undefined;
    return inner === undefined ? [] : [[key, inner]];
  });
  return Object.fromEntries(entries);
}

/** What may be noted of a value; undefined for nothing. */
function publicValue(field: FormField, value: unknown): unknown {
  if (field.secret || field.kind === 'json') return undefined;
  if (field.kind === 'object') return isJsonObject(value) ? publicObject(field.fields, value) : undefined;
  if (field.kind === 'choice') return publicChoice(field, value);
  const { items } = field;
  if (items !== null) return Array.isArray(value) && !items.secret ? value.map((item) => publicValue(items, item) ?? null) : undefined;
  return isPlain(value) ? value : undefined;
}

/** Alternatives may be told apart wrongly: what is secret in one of them is secret in all. */
function publicChoice(choice: FormField, value: unknown): unknown {
  const branch = branchOfValue(choice, value);
  if (branch === null) return undefined;
  const all = choice.branches.flatMap(({ fields }) => fields);
  const own = ownField(choice, branch);
  if (own !== null) return all.some(({ secret }) => secret) ? undefined : publicValue(own, value);
  const secrets = secretKeys(all);
  return isJsonObject(value) ? without(secrets, publicObject(branch.fields, value)) : undefined;
}

function secretKeys(fields: readonly FormField[]): ReadonlySet<string> {
  const inner = (field: FormField) => [...field.fields, ...field.branches.flatMap((branch) => branch.fields), ...(field.items === null ? [] : [field.items])];
  return new Set(fields.flatMap((field) => [...(field.secret ? [keyOf(field)] : []), ...secretKeys(inner(field))]));
}

function without(keys: ReadonlySet<string>, value: JsonObject): JsonObject {
  const left = Object.entries(value).filter(([key]) => !keys.has(key));
  return Object.fromEntries(left.map(([key, inner]) => [key, isJsonObject(inner) ? without(keys, inner) : inner]));
}

const keyOf = ({ path }: FormField): string => String(path.at(-1));

/** A value that a control gives: text, a number, a switch, or a list of such. */
const isPlain = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Array.isArray(value) && value.every((item) => typeof item !== 'object'));

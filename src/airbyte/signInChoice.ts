import {
  alternativesOf,
  constantOf,
  isJsonObject,
  type JsonSchema,
  type OAuthFacts,
  oauthBranchIn,
  propertiesOf,
  requiredOf,
  type SchemaPath,
  schemaAt,
  withSchemaAt,
} from '../core/index.js';

/** The choice of a schema that is between ways to sign in. */
export interface SignInChoice {
  /** Where it stands; empty at the root. */
  path: SchemaPath;
  /** Those that are offered. */
  ways: readonly SignInWay[];
}

export interface SignInWay {
  alternative: JsonSchema;
  /** Whether this one is the consent. */
  oauth: boolean;
  /** The whole schema, with this way as the only one. */
  schema: JsonSchema;
}

/**
 * The choice that the specification names, else the first root property that is called a sign-in and asks for secrets. Null when there is
 * none, or when it is no choice of objects: then the form itself shows it.
 */
export function signInChoice(schema: JsonSchema, facts: OAuthFacts | null): SignInChoice | null {
  const branch = facts === null ? null : oauthBranchIn(schema, facts);
  const path = branch?.path ?? likelyPath(schema);
  const choice = path === null ? null : schemaAt(schema, path);
  if (path === null || choice === null) return null;
  const alternatives = alternativesOf(choice);
  if (alternatives.length === 0 || !alternatives.every(isOfObjects)) return null;
  const ways = alternatives.flatMap((alternative, index): SignInWay[] =>
    alternative.airbyte_hidden === true
      ? []
      : [{ alternative, oauth: branch?.index === index, schema: withSchemaAt(schema, path, () => narrowed(choice, alternative)) }],
  );
  return ways.length === 0 ? null : { path, ways };
}

const NAMED = /auth|credential|sign.?in|log.?in/i;

function likelyPath(schema: JsonSchema): SchemaPath | null {
  const found = propertiesOf(schema).filter(([, property]) => alternativesOf(property).length > 1 && alternativesOf(property).some(asksSecret));
  const named = found.find(([name]) => NAMED.test(name)) ?? found.find(([, { title }]) => typeof title === 'string' && NAMED.test(title));
  return named === undefined ? null : [named[0]];
}

/** Levels below which nobody looks for a secret. */
const DEPTH = 8;

/** What a person calls the secrets that a schema asks for whatever is chosen. */
export function titlesOfSecrets(schema: JsonSchema, depth = DEPTH): string[] {
  return propertiesOf(schema).flatMap(([name, property]) => {
    const [only, ...others] = alternativesOf(property);
    const parts = only === undefined || others.length > 0 ? [property] : [property, only];
    if (property.airbyte_secret !== true) return depth === 0 ? [] : parts.flatMap((part) => titlesOfSecrets(part, depth - 1));
    return [typeof property.title === 'string' && property.title.trim() !== '' ? property.title.trim() : name.replaceAll('_', ' ')];
  });
}

const asksSecret = (schema: JsonSchema): boolean => titlesOfSecrets(schema).length > 0;

const isOfObjects = ({ type, properties }: JsonSchema): boolean => type === 'object' || (type === undefined && isJsonObject(properties));

/** The choice as the object that one alternative makes of it. What the choice says of all alternatives stays. */
function narrowed(choice: JsonSchema, alternative: JsonSchema): JsonSchema {
  const { oneOf: _oneOf, anyOf: _anyOf, default: _default, display_type: _display, ...common } = choice;
  const { title: _title, description: _description, order: _order, ...own } = alternative;
  return {
    ...common,
    ...own,
    type: 'object',
    properties: { ...declared(common), ...withConstants(alternative) },
    required: [...new Set([...requiredOf(common), ...requiredOf(alternative)])],
  };
}

/** An `enum` of one is said as the constant that it is, so that it is filled in and not asked. */
function withConstants(alternative: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(declared(alternative)).map(([name, property]) => {
      const constant = isJsonObject(property) ? constantOf(property) : undefined;
      return [name, isJsonObject(property) && constant !== undefined ? { ...property, const: constant } : property];
    }),
  );
}

const declared = ({ properties }: JsonSchema): JsonSchema => (isJsonObject(properties) ? properties : {});

import { isJsonObject, type JsonSchema } from './json.js';
import { type OAuthFacts, readOAuthFacts } from './oauthFacts.js';
import { alternativesOf, constantOf, propertyOf, requiredOf, type SchemaPath, schemaAt, withSchemaAt } from './schemaParts.js';

/**
 * A schema that does not ask for what a consent fills: such values are hidden and not required, so that those of a saved configuration
 * stay. One with `always_show` is asked all the same. Where the consent is one alternative of a choice, that one is changed; what the consent
 * fills beside the choice is required no longer, and hidden too when no other alternative could need it.
 * @param advancedAuth `advanced_auth`, or the older `authSpecification`, in either case; the schema itself comes back where it is neither.
 */
export function withoutOAuthOutput(schema: JsonSchema, advancedAuth: unknown): JsonSchema {
  const facts = readOAuthFacts(advancedAuth);
  if (facts === null) return schema;
  const branch = oauthBranchIn(schema, facts);
  if (branch === null) return hideFilled(schema, facts.filled);
  const choice = schemaAt(schema, branch.path);
  const alternative = choice === null ? undefined : alternativesOf(choice)[branch.index];
  const inside = (path: SchemaPath) =>
    startsWith(path, branch.path) && alternative !== undefined && schemaAt(alternative, path.slice(branch.path.length)) !== null;
  const within = facts.filled.filter(inside).map((path) => path.slice(branch.path.length));
  const others = choice === null ? [] : alternativesOf(choice).filter((one, place) => place !== branch.index && one.airbyte_hidden !== true);
  const beside = facts.filled.filter((path) => !inside(path));
  const rest = others.length === 0 ? hideFilled(schema, beside) : beside.reduce(waiveAt, schema);
  return withSchemaAt(rest, branch.path, (at) => withAlternative(at, branch.index, (one) => hideFilled(one, within)));
}

/** Which alternative of which choice is the consent; null where the configuration has no such choice. */
export interface OAuthBranch {
  /** Where the choice stands; empty at the root. */
  path: SchemaPath;
  /** The alternative's place among those of the schema. */
  index: number;
}

/** The alternative that a connector's `advanced_auth` means. */
export function oauthBranchOf(schema: JsonSchema, advancedAuth: unknown): OAuthBranch | null {
  const facts = readOAuthFacts(advancedAuth);
  return facts === null ? null : oauthBranchIn(schema, facts);
}

/** As `oauthBranchOf`, of facts that were read. */
export function oauthBranchIn(schema: JsonSchema, { branch }: OAuthFacts): OAuthBranch | null {
  if (branch === null) return null;
  const choice = schemaAt(schema, branch.path);
  const alternatives = choice === null ? [] : alternativesOf(choice);
  const index = 'index' in branch ? branch.index : alternatives.findIndex((alternative) => means(alternative, branch.key, branch.value));
  return index >= 0 && index < alternatives.length ? { path: branch.path, index } : null;
}

function means(alternative: JsonSchema, key: string, value: unknown): boolean {
  const property = propertyOf(alternative, key);
  return property !== null && value !== undefined && constantOf(property) === value;
}

/** Hides the values at these paths, and requires them no longer. */
export function hideFilled(schema: JsonSchema, filled: readonly SchemaPath[]): JsonSchema {
  return filled.reduce(hideAt, schema);
}

function hideAt(schema: JsonSchema, path: SchemaPath): JsonSchema {
  const name = path.at(-1);
  const property = schemaAt(schema, path);
  if (name === undefined || property === null || property.always_show === true) return schema;
  return withSchemaAt(schema, path.slice(0, -1), (parent) => {
    const { default: _default, ...rest } = property;
    const properties = isJsonObject(parent.properties) ? parent.properties : {};
    return {
      ...parent,
      properties: { ...properties, [name]: { ...rest, airbyte_hidden: true } },
      required: requiredOf(parent).filter((required) => required !== name),
    };
  });
}

/** Requires a value no longer: another sign-in may need it, so it is asked, but the consent goes on without it. */
function waiveAt(schema: JsonSchema, path: SchemaPath): JsonSchema {
  const property = schemaAt(schema, path);
  if (property === null || property.always_show === true) return schema;
  return withSchemaAt(schema, path.slice(0, -1), (parent) => ({ ...parent, required: requiredOf(parent).filter((required) => required !== path.at(-1)) }));
}

function withAlternative(choice: JsonSchema, index: number, change: (alternative: JsonSchema) => JsonSchema): JsonSchema {
  const changed = alternativesOf(choice).map((alternative, place) => (place === index ? change(alternative) : alternative));
  return { ...choice, [choice.oneOf === undefined ? 'anyOf' : 'oneOf']: changed };
}

const startsWith = (path: SchemaPath, start: SchemaPath): boolean => start.every((part, place) => path[place] === part);

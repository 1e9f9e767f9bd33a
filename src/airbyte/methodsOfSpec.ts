import {
  type AuthMethod,
  constantOf,
  hideFilled,
  type JsonSchema,
  type OAuthFacts,
  propertiesOf,
  readOAuthFacts,
  type SchemaPath,
  schemaAt,
  withSchemaAt,
} from '../core/index.js';
import { type SignInChoice, type SignInWay, signInChoice, titlesOfSecrets } from './signInChoice.js';

export interface MethodsOptions {
  /** No consent is offered: each way asks for all of its values, those too which a consent would fill. @default false */
  withoutConsent?: boolean | undefined;
}

/**
 * The ways to sign in that a connector's own specification describes, consent first. Each way's schema is the whole specification with
 * that way as the only one, under `replication_config`: there Airbyte takes a configuration that no catalogue takes apart. A consent asks
 * for what it does not fill; its `predicate_key` says which way it is.
 * @param connectionSpecification The JSON Schema of the configuration.
 * @param advancedAuth `advanced_auth`, or the older `authSpecification`, in snake or camel case; what is neither counts as none.
 * @param serviceName For the label of a consent that has no title of its own.
 * @example methodsOfSpec(spec.connectionSpecification, spec.advanced_auth, 'Acme')
 */
export function methodsOfSpec(
  connectionSpecification: JsonSchema,
  advancedAuth: unknown,
  serviceName: string,
  { withoutConsent = false }: MethodsOptions = {},
): AuthMethod[] {
  const { title: _title, ...schema } = connectionSpecification;
  const facts = readOAuthFacts(advancedAuth);
  const choice = signInChoice(schema, facts);
  const consent = withoutConsent ? null : facts;
  const methods = choice === null ? methodsOfWhole(schema, consent, serviceName) : methodsOfChoice(schema, choice, consent, serviceName);
  return unlike(methods.toSorted((one, other) => Number(other.kind === 'oauth') - Number(one.kind === 'oauth')));
}

function methodsOfWhole(schema: JsonSchema, facts: OAuthFacts | null, serviceName: string): AuthMethod[] {
  const key: AuthMethod = { key: 'key', kind: 'key', label: labelOfKeys(schema), description: null, schema: placed(schema) };
  return facts === null ? [key] : [consentOfWhole(schema, facts, serviceName), key];
}

const consentOfWhole = (schema: JsonSchema, facts: OAuthFacts, serviceName: string): AuthMethod => ({
  key: 'oauth',
  kind: 'oauth',
  label: signInWith(serviceName),
  description: null,
  schema: placed(beforeConsent(schema, facts)),
});

function methodsOfChoice(schema: JsonSchema, { path, ways }: SignInChoice, facts: OAuthFacts | null, serviceName: string): AuthMethod[] {
  const methods = ways.map((way): AuthMethod => {
    const { description } = way.alternative;
    if (way.oauth && facts === null) return ownTokens(way, serviceName);
    return {
      key: keyOf(way.alternative),
      kind: way.oauth ? 'oauth' : 'key',
      label: labelOf(way, schemaAt(way.schema, path) ?? way.schema, serviceName),
      description: isText(description) ? description : null,
      schema: placed(way.oauth && facts !== null ? hiddenIfSilent(beforeConsent(way.schema, facts), path) : way.schema),
    };
  });
  // A consent that is none of the ways fills values beside the choice.
  return facts === null || ways.some(({ oauth }) => oauth) ? methods : [consentOfWhole(schema, facts, serviceName), ...methods];
}

/** What a consent must know is shown at once, what it fills is not asked. */
function beforeConsent(schema: JsonSchema, facts: OAuthFacts): JsonSchema {
  return facts.inputs.reduce<JsonSchema>(
    (shown, path: SchemaPath) => (schemaAt(shown, path) === null ? shown : withSchemaAt(shown, path, (input) => ({ ...input, always_show: true }))),
    hideFilled(schema, facts.filled),
  );
}

/** A sign-in of which nothing is left to ask needs no heading. Its constants are sent all the same. */
function hiddenIfSilent(schema: JsonSchema, path: SchemaPath): JsonSchema {
  if (path.length === 0) return schema;
  return withSchemaAt(schema, path, (way) => (asksSomething(way) ? way : { ...way, airbyte_hidden: true }));
}

const asksSomething = (schema: JsonSchema): boolean =>
  ['oneOf', 'anyOf', 'allOf'].some((keyword) => keyword in schema) ||
  propertiesOf(schema).some(([, property]) => property.airbyte_hidden !== true && constantOf(property) === undefined);

const placed = (schema: JsonSchema): JsonSchema => ({ type: 'object', properties: { replication_config: schema }, required: ['replication_config'] });

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** The alternative's constant, which is Airbyte's own name of it; else its title. */
function keyOf(alternative: JsonSchema): string {
  const constants = propertiesOf(alternative).map(([, property]) => constantOf(property));
  const key = constants.find(isText) ?? (isText(alternative.title) ? alternative.title : 'key');
  return key.slice(0, 100);
}

function labelOf({ alternative, oauth }: SignInWay, asked: JsonSchema, serviceName: string): string {
  const title = isText(alternative.title) ? alternative.title.trim() : null;
  // The protocol's name helps nobody to choose.
  if (oauth) return title === null || /^o.?auth[\s\d.]*$/i.test(title) ? signInWith(serviceName) : title;
  return title ?? labelOfKeys(asked);
}

/** What a consent would fill is pasted. */
const ownTokens = ({ alternative, schema }: SignInWay, serviceName: string): AuthMethod => ({
  key: keyOf(alternative),
  kind: 'key',
  label: `Tokens of your own ${serviceName} app`,
  description: null,
  schema: placed(schema),
});

const signInWith = (serviceName: string): string => `Sign in with ${serviceName}`;

/** What is pasted, by the name of its one secret. */
function labelOfKeys(schema: JsonSchema): string {
  const [only, ...others] = titlesOfSecrets(schema);
  return only === undefined || others.length > 0 ? 'Connection details' : only;
}

/** Keys are unique in a definition. */
function unlike(methods: readonly AuthMethod[]): AuthMethod[] {
  const taken = new Set<string>();
  return methods.map((method) => {
    let key = method.key;
    for (let count = 2; taken.has(key); count += 1) key = `${method.key}-${count}`;
    taken.add(key);
    return { ...method, key };
  });
}

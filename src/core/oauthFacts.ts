import { isJsonObject, type JsonObject } from './json.js';
import type { SchemaPath } from './schemaParts.js';

/** What a connector's specification says of its sign-in by consent. */
export interface OAuthFacts {
  /** Where the choice of sign-in methods stands, and which alternative is the consent; null when the whole configuration is. */
  branch: { path: SchemaPath; key: string; value: unknown } | { path: SchemaPath; index: number } | null;
  /** Values that the consent, or the application it is given to, fills. */
  filled: readonly SchemaPath[];
  /** Values that must be known before the consent. */
  inputs: readonly SchemaPath[];
}

/**
 * Reads `advanced_auth`, or the older `authSpecification`, in snake and in camel case, bare or in the specification that holds it.
 * Null when it describes no sign-in by consent.
 */
export function readOAuthFacts(given: unknown): OAuthFacts | null {
  if (!isJsonObject(given)) return null;
  const { advancedauth, authspecification } = keysOf(given);
  if (isJsonObject(advancedauth)) return readAdvanced(keysOf(advancedauth));
  if (isJsonObject(authspecification)) return readOlder(keysOf(authspecification));
  const own = keysOf(given);
  return 'oauth2specification' in own ? readOlder(own) : readAdvanced(own);
}

/** The same object by names without case and underscores: `predicate_key` and `predicateKey` are one. */
const keysOf = (given: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name.replaceAll('_', '').toLowerCase(), value]));

const objectIn = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});

function readAdvanced({ predicatekey, predicatevalue, oauthconfigspecification }: JsonObject): OAuthFacts | null {
  if (!isJsonObject(oauthconfigspecification)) return null;
  const config = keysOf(oauthconfigspecification);
  const inputs = configPaths(config.oauthuserinputfromconnectorconfigspecification);
  const server = configPaths(config.completeoauthserveroutputspecification).filter((path) => !inputs.some((input) => samePath(input, path)));
  const predicate = pathOf(predicatekey);
  const key = predicate.at(-1);
  const branch = key === undefined ? null : { path: predicate.slice(0, -1), key, value: predicatevalue };
  return { branch, filled: [...configPaths(config.completeoauthoutputspecification), ...server], inputs };
}

/** `rootObject` is the path of the credentials, and last the number of the alternative where they are a choice. */
function readOlder({ oauth2specification }: JsonObject): OAuthFacts | null {
  if (!isJsonObject(oauth2specification)) return null;
  const { rootobject, oauthflowinitparameters, oauthflowoutputparameters } = keysOf(oauth2specification);
  const root = pathOf(rootobject);
  const last = root.at(-1);
  const isIndex = last !== undefined && /^\d{1,3}$/.test(last);
  const path = isIndex ? root.slice(0, -1) : root;
  const within = (paths: unknown) => (Array.isArray(paths) ? paths.map((inner) => [...path, ...pathOf(inner)]) : []);
  return {
    branch: isIndex ? { path, index: Number(last) } : null,
    filled: [...within(oauthflowinitparameters), ...within(oauthflowoutputparameters)],
    inputs: [],
  };
}

const pathOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((part) => typeof part === 'string' || typeof part === 'number').map(String) : [];

/** Where in the configuration the values of one of the specifications go. */
function configPaths(specification: unknown): SchemaPath[] {
  return Object.values(objectIn(objectIn(specification).properties))
    .map((property) => pathOf(keysOf(objectIn(property)).pathinconnectorconfig))
    .filter((path) => path.length > 0);
}

const samePath = (one: SchemaPath, other: SchemaPath): boolean => one.length === other.length && one.every((part, place) => part === other[place]);

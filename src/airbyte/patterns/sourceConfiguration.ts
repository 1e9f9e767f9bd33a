import type { ConnectorDefinition, ConnectorValues, JsonObject } from '../../core/index.js';

/** Where a configuration holds what signs in: beside the rest, or in an object of its own. */
export type CredentialsPlace = 'root' | 'credentials';

/** The same for all, or by definition. */
export type CredentialsPlaces = CredentialsPlace | ((definition: ConnectorDefinition) => CredentialsPlace);

/**
 * The filled form as one configuration: replication settings and address settings at its root, credentials there or under `credentials`.
 * Where two places have a value of the same name, the one that signs in counts. A form made from a specification has all its values
 * under `replication_config`, in the very shape of the specification, so that nothing is moved.
 */
export function sourceConfiguration(definition: ConnectorDefinition, values: ConnectorValues, places: CredentialsPlaces): JsonObject {
  const { credentials = {}, environment = {}, replication_config = {} } = values;
  const place = typeof places === 'function' ? places(definition) : places;
  const isNested = place === 'credentials' && Object.keys(credentials).length > 0;
  return { ...replication_config, ...environment, ...(isNested ? { credentials } : credentials) };
}

/** Dotted paths of the values that were filled in: what errors are matched against. */
export const filledPaths = (values: ConnectorValues): string[] =>
  Object.entries(values).flatMap(([place, filled]) => Object.keys(filled ?? {}).map((name) => `${place}.${name}`));

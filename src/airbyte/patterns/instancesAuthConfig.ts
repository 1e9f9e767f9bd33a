import type { CatalogEntry, CatalogField } from '../../catalog/index.js';
import type { ConnectorValues, JsonObject } from '../../core/index.js';

/** What an instance is made of, and which of its keys stands for which value of the form. */
export interface InstanceConfig {
  auth_config: JsonObject;
  user_config?: JsonObject;
  /** Path of the body (`auth_config.api_token`) to path of the form (`credentials.password`). */
  paths: Readonly<Record<string, string>>;
}

/**
 * The filled form in the words of the guides: one flat `auth_config` of credentials and address settings, under the keys of that
 * generation. Replication settings, where somebody passes any, are the connector's `user_config`.
 */
export function instanceConfig(entry: CatalogEntry | null, { credentials = {}, environment = {}, replication_config = {} }: ConnectorValues): InstanceConfig {
  const keyOf = keysOf(entry === null ? [] : [...entry.settings, ...fieldsOf(entry, credentials)]);
  const named = (place: 'credentials' | 'environment', values: JsonObject) =>
    Object.entries(values).map(([name, value]) => ({ key: keyOf(place, name), path: `${place}.${name}`, value }));
  const all = [...named('credentials', credentials), ...named('environment', environment)];
  return {
    auth_config: Object.fromEntries(all.map(({ key, value }) => [key, value])),
    ...(Object.keys(replication_config).length === 0 ? {} : { user_config: replication_config }),
    paths: Object.fromEntries([
      ...all.map(({ key, path }) => [`auth_config.${key}`, path]),
      ...Object.keys(replication_config).map((name) => [`user_config.${name}`, `replication_config.${name}`]),
    ]),
  };
}

/** The same name may mean different things in two methods: the method whose fields hold all that was filled in counts. */
function fieldsOf({ methods }: CatalogEntry, credentials: JsonObject): readonly CatalogField[] {
  const given = Object.keys(credentials);
  return methods.find(({ kind, fields }) => kind === 'key' && given.every((key) => fields.some(({ name }) => name === key)))?.fields ?? [];
}

function keysOf(fields: readonly CatalogField[]): (place: string, name: string) => string {
  const keys = new Map(fields.map(({ place, name, authConfigName = name }) => [`${place}.${name}`, authConfigName]));
  return (place, name) => keys.get(`${place}.${name}`) ?? name;
}

import type { CatalogEntry, CatalogField } from '../../catalog/index.js';
import { isJsonObject, type JsonObject } from '../../core/index.js';
import type { StoredConnector, StoredTemplate } from '../state.js';
import { isBlank } from './credentials.js';
import { withPresets } from './presets.js';

/** A whole configuration, as the calls of sources take it, in the parts that a connector is kept in. */
export type ConfigurationParts = Pick<StoredConnector, 'credentials' | 'environment' | 'replicationConfig'> & { configuration: JsonObject };

interface Given {
  entry: CatalogEntry;
  /** What the end user gave. */
  configuration: JsonObject;
  /** What its template presets. */
  presets?: StoredTemplate['presets'];
  /** What a consent gave, in place of credentials. */
  granted?: JsonObject | null;
}

/** Takes a configuration apart, or says in one sentence what it lacks. */
export function readConfiguration({ entry, configuration, presets = {}, granted = null }: Given): ConfigurationParts | { problem: string } {
  const { sourceType: _sourceType, ...own } = configuration;
  const whole = withPresets(own, presets);
  const nested = isJsonObject(whole.credentials) ? whole.credentials : {};
  const given = (name: string) => nested[name] ?? whole[name];
  const missing = entry.settings.filter(({ name, required }) => required && isBlank(given(name)));
  const [first] = missing;
  if (first) return { problem: `required property '${first.name}' not found` };
  const lacking = granted ? null : lackingCredentials(entry, given);
  if (lacking) return { problem: lacking };
  const placed = (place: CatalogField['place']) => entry.settings.filter((field) => field.place === place && !isBlank(given(field.name)));
  const pick = (fields: readonly CatalogField[]) => Object.fromEntries(fields.map(({ name }) => [name, given(name)]));
  const settings = new Set(entry.settings.map(({ name }) => name));
  const { credentials: _credentials, ...flat } = whole;
  const others = Object.fromEntries(Object.entries({ ...flat, ...nested }).filter(([name]) => !settings.has(name)));
  const credentials = granted ?? others;
  return { credentials, environment: pick(placed('environment')), replicationConfig: pick(placed('replication_config')), configuration: whole };
}

/** Whether no sign-in method has all that it needs: then what the first one with a key lacks. */
function lackingCredentials({ methods }: CatalogEntry, given: (name: string) => unknown): string | null {
  const needed = methods.map(({ kind, fields }) => (kind === 'oauth' && fields.length === 0 ? ['access_token'] : required(fields)));
  // A refresh token is as good as an access token.
  const alternatives = methods.some(({ kind }) => kind === 'oauth') ? [...needed, ['refresh_token']] : needed;
  if (needed.length === 0 || alternatives.some((names) => names.every((name) => !isBlank(given(name))))) return null;
  const best = needed.at(-1)?.find((name) => isBlank(given(name)));
  return `required property '${best ?? 'credentials'}' not found`;
}

const required = (fields: readonly CatalogField[]) => fields.filter((field) => field.required).map(({ name }) => name);

const MASK = '**********';

/** A configuration as it is shown: without presets, and with a mask for each secret. */
export function shownConfiguration(configuration: JsonObject, { methods, settings }: CatalogEntry, presets: JsonObject = {}): JsonObject {
  const secrets = new Set([...settings, ...methods.flatMap(({ fields }) => fields)].filter(({ secret }) => secret).map(({ name }) => name));
  const mask = (value: JsonObject, hidden: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
        const preset = hidden[name];
        if (preset !== undefined && !isJsonObject(preset)) return [];
        if (isJsonObject(inner)) return [[name, mask(inner, isJsonObject(preset) ? preset : {})]];
        return [[name, secrets.has(name) || /token|secret|password|key/i.test(name) ? MASK : inner]];
      }),
    );
  return mask(configuration, presets);
}

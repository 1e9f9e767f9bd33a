import type { CatalogEntry, CatalogField } from '../../catalog/index.js';
import type { JsonObject, ValuePlace } from '../../core/index.js';
import { type AgentProblem, agentError, invalid } from '../errors.js';

export const isBlank = (value: unknown) => value === undefined || value === null || value === '';

/**
 * Checks that the keys are those of one sign-in method. The values are not tried: Airbyte stores credentials unseen. What the
 * template presets need not be given.
 * @throws 400 in the documented words when no method has these keys
 */
export function matchAuthScheme(entry: CatalogEntry, credentials: JsonObject, presets: JsonObject = {}): void {
  const provided = Object.keys(credentials).filter((key) => key !== 'option_title');
  // The tokens of a consent may also be given by whoever holds them.
  const schemes = entry.methods
    .map(({ key, fields, consentFields = [] }) => ({ key, fields: fields.length > 0 ? fields : consentFields }))
    .filter(({ fields }) => fields.length > 0);
  const fits = (fields: readonly CatalogField[]) =>
    provided.every((key) => fields.some(({ name }) => name === key)) &&
    fields.every(({ name, required }) => !required || !isBlank(credentials[name]) || !isBlank(presets[name]));
  if (schemes.some(({ fields }) => fits(fields))) return;
  const available = schemes.map(({ key, fields }) => `${key} (${fields.map(({ name }) => name).join(', ')})`).join('; ');
  const keys = provided.map((key) => `'${key}'`).join(', ');
  throw agentError(400, `Credentials do not match any auth scheme. Provided keys: [${keys}]. Available schemes: ${available}`);
}

/**
 * Checks that the settings that a connector needs are there, or preset by its template.
 * @throws 422 with one problem for each that is missing
 */
export function requireSettings(entry: CatalogEntry, places: Partial<Record<ValuePlace, JsonObject>>, presets: JsonObject = {}): void {
  const problems = entry.settings
    .filter(({ place, required }) => required && places[place] !== undefined)
    .filter(({ place, name }) => isBlank(places[place]?.[name]) && isBlank(presets[name]))
    .map(({ place, name }): AgentProblem => ({ field: `${place}.${name}`, message: `required property '${name}' not found`, error_code: 'value_error' }));
  if (problems.length > 0) throw invalid(problems);
}

/** Whether the service refuses: any value of the sign-in contains `invalid`, at any depth. */
export const isRefusedByService = (...values: JsonObject[]): boolean => values.some((value) => containsInvalid(value));

function containsInvalid(value: unknown): boolean {
  if (typeof value === 'string') return value.toLowerCase().includes('invalid');
  return typeof value === 'object' && value !== null && Object.values(value).some(containsInvalid);
}

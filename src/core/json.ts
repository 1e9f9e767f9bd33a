/** A JSON Schema in Airbyte's dialect (draft 7 with keywords such as `airbyte_secret`, `order`, `pattern_descriptor`). */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A plain JSON object. */
export type JsonObject = { [key: string]: unknown };

/** True for an object that is neither null nor an array. */
export const isJsonObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

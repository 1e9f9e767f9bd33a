import { isJsonObject, type JsonObject } from '../core/index.js';
import { type AgentProblem, invalid } from './errors.js';

/** What a property of a body may be; all of them optional unless `required` names them, all nullable. */
export type PropertyKind = 'string' | 'uuid' | 'object' | 'url';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (value: string): boolean => UUID.test(value);

const CHECKS: Readonly<Record<PropertyKind, { holds: (value: unknown) => boolean; message: string; code: string }>> = {
  string: { holds: (value) => typeof value === 'string', message: 'Input should be a valid string', code: 'string_type' },
  uuid: { holds: (value) => typeof value === 'string' && isUuid(value), message: 'Input should be a valid UUID', code: 'uuid_parsing' },
  object: { holds: isJsonObject, message: 'Input should be a valid dictionary', code: 'dict_type' },
  url: {
    holds: (value) => typeof value === 'string' && /^https?:/.test(value) && URL.canParse(value),
    message: 'Input should be a valid URL',
    code: 'url_parsing',
  },
};

/**
 * The JSON object of an agent-engine request, checked; keys it does not know are left out.
 * @throws 422 in the documented shape
 */
export async function readBody<Kinds extends Record<string, PropertyKind>>(
  request: { text(): Promise<string> },
  kinds: Kinds,
  required: readonly (keyof Kinds & string)[] = [],
): Promise<{ [key in keyof Kinds]?: Kinds[key] extends 'object' ? JsonObject : string }> {
  const body = parse(await request.text());
  const problems = Object.entries(kinds).flatMap(([name, kind]): AgentProblem[] => {
    const value = body[name] ?? undefined;
    if (value === undefined) return required.includes(name) ? [{ field: name, message: 'Field required', error_code: 'missing' }] : [];
    const { holds, message, code } = CHECKS[kind];
    return holds(value) ? [] : [{ field: name, message, error_code: code }];
  });
  if (problems.length > 0) throw invalid(problems);
  const known = Object.entries(body).filter(([name, value]) => name in kinds && value !== null);
  // SAFETY: every entry was checked against the kind of its name just above.
  return Object.fromEntries(known) as { [key in keyof Kinds]?: Kinds[key] extends 'object' ? JsonObject : string };
}

function parse(text: string): JsonObject {
  const body = parseJson(text);
  if (body === undefined) throw invalid([{ field: 'body', message: 'JSON decode error', error_code: 'json_invalid' }]);
  if (!isJsonObject(body)) throw invalid([{ field: 'body', message: 'Input should be a valid dictionary', error_code: 'dict_type' }]);
  return body;
}

/** The value of a JSON text, or undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Broken JSON is an answer here, not a failure: the caller refuses it in its own shape.
    return undefined;
  }
}

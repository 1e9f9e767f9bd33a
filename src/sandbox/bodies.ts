import { isJsonObject, type JsonObject } from '../core/index.js';
import { type AgentProblem, invalid, isPublicPath, publicProblem } from './errors.js';

/** What a property of a body may be; all of them optional unless `required` names them, all nullable. */
export type PropertyKind = 'string' | 'uuid' | 'object' | 'url' | 'boolean' | 'strings' | 'workspaceStatus' | 'mode' | 'tagMode';

interface KindValues {
  string: string;
  uuid: string;
  object: JsonObject;
  url: string;
  boolean: boolean;
  strings: string[];
  workspaceStatus: 'active' | 'inactive';
  mode: 'DIRECT' | 'REPLICATION' | 'MULTI';
  tagMode: 'all' | 'any';
}

/** A body that was read: the kinds of its properties, as values. */
export type BodyOf<Kinds extends Readonly<Record<string, PropertyKind>>> = { [key in keyof Kinds]?: KindValues[Kinds[key]] };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (value: string): boolean => UUID.test(value);

interface Check {
  holds: (value: unknown) => boolean;
  message: string;
  code: string;
}

const isString = (value: unknown) => typeof value === 'string';
const oneOf = (...values: string[]): Check => ({
  holds: (value) => isString(value) && values.includes(String(value)),
  message: `Input should be ${values.map((value) => `'${value}'`).join(' or ')}`,
  code: 'enum',
});

const CHECKS: Readonly<Record<PropertyKind, Check>> = {
  string: { holds: isString, message: 'Input should be a valid string', code: 'string_type' },
  uuid: { holds: (value) => typeof value === 'string' && isUuid(value), message: 'Input should be a valid UUID', code: 'uuid_parsing' },
  object: { holds: isJsonObject, message: 'Input should be a valid dictionary', code: 'dict_type' },
  url: {
    holds: (value) => typeof value === 'string' && /^https?:/.test(value) && URL.canParse(value),
    message: 'Input should be a valid URL',
    code: 'url_parsing',
  },
  boolean: { holds: (value) => typeof value === 'boolean', message: 'Input should be a valid boolean', code: 'bool_type' },
  strings: { holds: (value) => Array.isArray(value) && value.every(isString), message: 'Input should be a valid list of strings', code: 'list_type' },
  workspaceStatus: oneOf('active', 'inactive'),
  mode: oneOf('DIRECT', 'REPLICATION', 'MULTI'),
  tagMode: oneOf('all', 'any'),
};

/** A request, as far as its body is read: the path tells which host's error shape a refusal has. */
interface BodyRequest {
  text(): Promise<string>;
  path: string;
}

/**
 * The JSON object of a request, checked; keys it does not know are left out.
 * @throws 422 in the documented shape of the host
 */
export async function readBody<const Kinds extends Readonly<Record<string, PropertyKind>>>(
  request: BodyRequest,
  kinds: Kinds,
  required: readonly (keyof Kinds & string)[] = [],
): Promise<BodyOf<Kinds>> {
  const body = parse(await request.text(), request.path);
  const problems = Object.entries(kinds).flatMap(([name, kind]): AgentProblem[] => {
    const value = body[name] ?? undefined;
    if (value === undefined) return required.includes(name) ? [{ field: name, message: 'Field required', error_code: 'missing' }] : [];
    const { holds, message, code } = CHECKS[kind];
    return holds(value) ? [] : [{ field: name, message, error_code: code }];
  });
  if (problems.length > 0) throw refused(request.path, problems);
  const known = Object.entries(body).filter(([name, value]) => name in kinds && value !== null);
  // SAFETY: every entry was checked against the kind of its name just above.
  return Object.fromEntries(known) as BodyOf<Kinds>;
}

/** 422 in the shape of the host. */
function refused(path: string, problems: readonly AgentProblem[]) {
  if (!isPublicPath(path)) return invalid(problems);
  return unprocessable(problems.map(({ field, message }) => `${field}: ${message}`).join('; '));
}

/** 422 of the public API. */
export const unprocessable = (message: string) => publicProblem(422, 'unprocessable-entity', 'The body of the request was not understood', { message });

function parse(text: string, path: string): JsonObject {
  const body = parseJson(text);
  if (body === undefined) throw refused(path, [{ field: 'body', message: 'JSON decode error', error_code: 'json_invalid' }]);
  if (!isJsonObject(body)) throw refused(path, [{ field: 'body', message: 'Input should be a valid dictionary', error_code: 'dict_type' }]);
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

import { readFileSync } from 'node:fs';
import { type Schema, Validator } from '@cfworker/json-schema';
import { parse } from 'yaml';
import { isJsonObject, type JsonObject } from '../../src/core/index.js';

/** What was sent. */
export interface ContractRequest {
  method: string;
  /** Absolute; its host does not matter. */
  url: string;
  /** Parsed JSON; undefined for none. */
  body?: unknown;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** What was answered. */
export interface ContractResponse extends Pick<ContractRequest, 'method' | 'url'> {
  status: number;
  /** Parsed JSON, or anything else for another content type. */
  body: unknown;
  /** @default 'application/json' */
  contentType?: string | undefined;
  /** The bytes of a file, whatever its content type: it came with Content-Disposition. @default false */
  isFile?: boolean | undefined;
}

/** Judges requests and answers by the OpenAPI file. Each method returns what is wrong, in sentences; an empty list is a pass. */
export interface Contract {
  /** The operation of a request, or null when the contract has none. */
  operationId(request: Pick<ContractRequest, 'method' | 'url'>): string | null;
  checkRequest(request: ContractRequest): string[];
  checkResponse(response: ContractResponse): string[];
  readonly operations: readonly { method: string; path: string; operationId: string }[];
}

interface Operation {
  method: string;
  path: string;
  pattern: RegExp;
  definition: JsonObject;
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** Where the file is; tests that need it are skipped by name without it. */
export const contractFile = (): string => `${process.env.ACK_SHARED}/airbyte-api.openapi.yaml`;

const documents = new Map<string, unknown>();

/** A file is read once. */
function documentOf(file: string): unknown {
  if (!documents.has(file)) documents.set(file, parse(readFileSync(file, 'utf8')));
  return documents.get(file);
}

/** @example expect(contract.checkRequest({ method, url, body })).toEqual([]); */
export function createContract(file = contractFile()): Contract {
  const root = objectAt(documentOf(file));
  const operations = operationsOf(root);
  const find = ({ method, url }: Pick<ContractRequest, 'method' | 'url'>) => {
    const path = new URL(url).pathname.replace(/^\/api\/public(?=\/v1\/)/, '');
    return operations.find((operation) => operation.method === method.toUpperCase() && operation.pattern.test(path));
  };
  const validate = (schema: unknown, value: unknown) => problemsOf(root, schema, value);
  return {
    operationId: (request) => String(find(request)?.definition.operationId ?? '') || null,
    operations: operations.map(({ method, path, definition }) => ({ method, path, operationId: String(definition.operationId) })),
    checkRequest(request) {
      const operation = find(request);
      if (!operation) return [`${request.method} ${request.url} is not in the contract.`];
      return [...checkParameters(root, operation, request), ...checkBody(root, operation, request, validate), ...checkBearer(operation, request)];
    },
    checkResponse({ method, url, status, body, contentType = 'application/json', isFile = false }) {
      const operation = find({ method, url });
      if (!operation) return [`${method} ${url} is not in the contract.`];
      const response = resolve(root, objectAt(operation.definition.responses)[String(status)]);
      if (!isJsonObject(response)) return [`Status ${status} is not declared for ${operation.definition.operationId}.`];
      if (response.content === undefined) return body === undefined || body === '' ? [] : [`Status ${status} has no body.`];
      const content = objectAt(response.content);
      const type = contentType.split(';')[0]?.trim() ?? '';
      const declared = isFile ? content['application/octet-stream'] : content[type];
      if (declared === undefined) return [`Content type ${type} is not declared for status ${status}.`];
      return type === 'application/json' && !isFile ? validate(objectAt(declared).schema, body) : [];
    },
  };
}

const objectAt = (value: unknown): JsonObject => {
  if (!isJsonObject(value)) throw new TypeError('The OpenAPI file does not have the form that this reader knows.');
  return value;
};

function operationsOf(root: JsonObject): Operation[] {
  const fixed = (path: string) => path.split('{').length;
  return Object.entries(objectAt(root.paths))
    .flatMap(([path, item]) =>
      Object.entries(objectAt(item))
        .filter(([method]) => METHODS.has(method))
        .map(([method, definition]) => ({
          method: method.toUpperCase(),
          path,
          pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
          definition: objectAt(definition),
        })),
    )
    .toSorted((one, other) => fixed(one.path) - fixed(other.path));
}

/** Follows one `$ref` of the document. */
function resolve(root: JsonObject, value: unknown): unknown {
  if (!isJsonObject(value) || typeof value.$ref !== 'string') return value;
  return value.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => objectAt(at)[key], root);
}

function problemsOf(root: JsonObject, schema: unknown, value: unknown): string[] {
  // SAFETY: cfworker's Schema is an open object type; the file was written as JSON Schema 2020-12.
  const whole = { allOf: [schema], components: { schemas: objectAt(root.components).schemas } } as Schema;
  const { valid, errors } = new Validator(whole, '2020-12', false).validate(value === undefined ? null : value);
  return valid ? [] : errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
}

function checkParameters(root: JsonObject, { path, definition }: Operation, { url }: ContractRequest): string[] {
  const parameters = (Array.isArray(definition.parameters) ? definition.parameters : []).map((parameter) => objectAt(resolve(root, parameter)));
  const { pathname, searchParams } = new URL(url);
  const declared = parameters.filter((parameter) => parameter.in === 'query');
  const unknown = [...searchParams.keys()].filter((name) => !declared.some((parameter) => parameter.name === name));
  const values = new Map([...searchParams, ...pathValues(path, pathname)]);
  const wrong = parameters.flatMap(({ name, schema, required, in: place }) => {
    const value = values.get(String(name));
    if (value === undefined) return required && place !== 'header' ? [`Parameter ${name} is missing.`] : [];
    return problemsOf(root, schema, read(schema, value)).map((problem) => `Parameter ${name}: ${problem}`);
  });
  return [...unknown.map((name) => `Query parameter ${name} is not declared.`), ...wrong];
}

/** A parameter travels as text. One item is a list too. */
function read(schema: unknown, value: string): unknown {
  if (objectAt(schema).type === 'array') return value.split(',');
  return objectAt(schema).type === 'integer' && /^-?\d+$/.test(value) ? Number(value) : value;
}

function pathValues(path: string, pathname: string): [string, string][] {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
  const values = new RegExp(`^(?:/api/public)?${path.replace(/\{[^}]+\}/g, '([^/]+)')}$`).exec(pathname)?.slice(1) ?? [];
  return names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]);
}

function checkBody(
  root: JsonObject,
  { definition }: Operation,
  { body, method, url }: ContractRequest,
  validate: (schema: unknown, value: unknown) => string[],
): string[] {
  const requestBody = resolve(root, definition.requestBody);
  if (!isJsonObject(requestBody)) return body === undefined ? [] : [`${method} ${url} takes no body.`];
  if (body === undefined) return requestBody.required ? ['The body is missing.'] : [];
  const schema = objectAt(objectAt(requestBody.content)['application/json']).schema;
  return [...validate(schema, body), ...undeclared(root, schema, body)];
}

/** A client invents no field, also where the schema would let it. */
function undeclared(root: JsonObject, schema: unknown, body: unknown): string[] {
  const { properties } = objectAt(resolve(root, schema));
  if (!isJsonObject(properties) || !isJsonObject(body)) return [];
  return Object.keys(body)
    .filter((name) => !(name in properties))
    .map((name) => `Body property ${name} is not declared.`);
}

function checkBearer({ definition }: Operation, { headers }: ContractRequest): string[] {
  if (headers === undefined) return [];
  const wanted = Array.isArray(definition.security) && definition.security.length > 0;
  const given = Object.entries(headers).some(([name, value]) => name.toLowerCase() === 'authorization' && value.startsWith('Bearer '));
  if (wanted === given) return [];
  return [wanted ? 'The bearer is missing.' : 'This call takes no bearer.'];
}

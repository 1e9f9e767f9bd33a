import { ConnectError, type ConnectErrorCode, type FieldErrors, type HttpAnswer, isJsonObject, type JsonObject, parseRetryAfter } from '../core/index.js';

/** What was asked, since the same status means different things. `check` is the catalogue's check call, an execute. */
export type AirbyteCall =
  | 'token'
  | 'scoped_token'
  | 'definitions'
  | 'list'
  | 'connector'
  | 'create'
  | 'initiate'
  | 'execute'
  | 'check'
  /** Of the public API, whose workspace comes from the host's own store. */
  | 'workspace'
  | 'create_source'
  | 'initiate_source'
  | 'workspace_app';

export interface AirbyteErrorContext {
  call: AirbyteCall;
  /** Milliseconds since the epoch, to read a `Retry-After` date. */
  now: number;
  /** Dotted paths of the values that were sent: `errors[].field` is matched against them. */
  paths?: readonly string[] | undefined;
  /** The create carried an OAuth secret id. */
  withSecretId?: boolean | undefined;
}

/**
 * An answer that is not a success, as the kit's error. None of Airbyte's text is kept: it may quote what was sent.
 *
 * Where the same status means different things:
 * 401 and 403 mean refused credentials for `execute` and `check`, and a refused bearer elsewhere (the caller has renewed it by then).
 * 400 and 422 mean refused credentials for `check`, whose parameters are the catalogue's, and `invalid_input` for `execute`, whose
 * parameters are the person's.
 */
export function airbyteError(answer: HttpAnswer, context: AirbyteErrorContext): ConnectError {
  const body = bodyOf(answer);
  const code = codeOf(answer.status, body, context);
  const fieldErrors = code === 'invalid_input' ? fieldErrorsOf(body, context.paths ?? []) : undefined;
  const retryAfter = parseRetryAfter(answer.headers.get('retry-after'), context.now) ?? undefined;
  return new ConnectError(code, `Airbyte answered ${answer.status} to ${context.call}: ${ADVICE[code] ?? 'see airbyte-connect-kit’s table of codes'}.`, {
    requestId: requestIdOf(answer, body),
    retryAfter,
    fieldErrors,
  });
}

/** Airbyte's id of the exchange, if it told one. */
export function requestIdOf(answer: HttpAnswer, body: JsonObject = {}): string | undefined {
  return answer.headers.get('x-request-id') ?? (typeof body.errorId === 'string' ? body.errorId : undefined);
}

const ADVICE: Partial<Record<ConnectErrorCode, string>> = {
  upstream_refused: 'the bearer, or the client id and secret, were refused; check them and the host they belong to',
  upstream_not_entitled: 'the organization is not entitled to embedded use',
  credentials_mismatch: 'the keys of the credentials fit none of the connector’s sign-in methods; compare the catalogue entry with the connector',
  definition_not_enabled: 'the organization has no source template of this connector; enable it first',
  secret_id_expired: 'the secret id of the consent is used up, expired or altered; a new consent is needed',
  credentials_refused: 'the service refused the credentials',
  connector_not_found: 'no such connector',
  definition_not_found: 'no such connector definition',
  handler_misconfigured: 'the redirect URL must be https, and the workspace that `workspaces` names must exist',
  oauth_not_available: 'there is no sign-in by consent for this type',
  not_supported: 'this deployment does not offer the call',
  upstream_rejected: 'the request was not accepted as it was made',
  invalid_input: 'the values were not accepted',
};

function bodyOf({ bytes }: HttpAnswer): JsonObject {
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isJsonObject(body) ? body : {};
  } catch {
    return {}; // A proxy's page: the status alone speaks.
  }
}

function codeOf(status: number, body: JsonObject, context: AirbyteErrorContext): ConnectErrorCode {
  if (status === 429) return 'rate_limited';
  if (status === 409) return 'conflict';
  if (status === 501) return 'not_supported';
  if (status >= 500) return 'upstream_unavailable';
  if (body.type === 'error:license/entitlement') return 'upstream_not_entitled';
  if (context.call === 'token') return 'upstream_refused';
  if (status === 401 || status === 403) return context.call === 'execute' || context.call === 'check' ? 'credentials_refused' : 'upstream_refused';
  if (status === 404) return notFound(context);
  return status === 400 || status === 422 ? notAccepted(status, body, context) : 'upstream_rejected';
}

function notFound({ call }: AirbyteErrorContext): ConnectErrorCode {
  if (call === 'connector' || call === 'execute' || call === 'check') return 'connector_not_found';
  // An unknown type is 400 there: what is not found is the workspace.
  if (call === 'create_source' || call === 'initiate_source' || call === 'workspace_app') return 'handler_misconfigured';
  return call === 'create' || call === 'initiate' ? 'definition_not_found' : 'upstream_rejected';
}

function notAccepted(status: number, body: JsonObject, { call, withSecretId }: AirbyteErrorContext): ConnectErrorCode {
  if (call === 'check') return 'credentials_refused';
  if (call === 'execute') return 'invalid_input';
  const text = textOf(body);
  if (/do not match any auth scheme/i.test(text)) return 'credentials_mismatch';
  if (/no organization-specific source template/i.test(text)) return 'definition_not_enabled';
  if (withSecretId === true && /secret[ _]?id/i.test(text)) return 'secret_id_expired';
  if (body.title === 'invalid-redirect-url') return 'handler_misconfigured';
  if (body.title === 'value-not-found') return call === 'initiate_source' ? 'oauth_not_available' : 'definition_not_found';
  return status === 422 && TAKES_VALUES.has(call) ? 'invalid_input' : 'upstream_rejected';
}

const TAKES_VALUES: ReadonlySet<AirbyteCall> = new Set(['create', 'initiate', 'create_source', 'initiate_source', 'workspace_app']);

/** What an error says: read for what it means, never kept. */
function textOf({ message, detail, data }: JsonObject): string {
  return [message, detail, isJsonObject(data) ? data.message : undefined].filter((text) => typeof text === 'string').join(' ');
}

/** `account_id`, `replication_config.account_id` and `body.replication_config.account_id` all mean the one path that ends so; a parameter is `params.id` or `id`. */
function fieldErrorsOf(body: JsonObject, paths: readonly string[]): FieldErrors | undefined {
  const listed = Array.isArray(body.errors) ? body.errors.filter(isJsonObject) : [];
  const errors = [...listed, ...[body, ...listed].flatMap(namedInText)];
  const found = errors.flatMap(({ field, error_code }) => {
    const path = typeof field === 'string' ? matchingPath(field.replace(/^(body\.)?(params\.)?/, ''), paths) : undefined;
    return path === undefined ? [] : [[path, { code: error_code === 'missing' || error_code === 'required' ? 'required' : 'invalid_input' }] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** Where a whole configuration is judged, what it lacks is named in a sentence only: `required property 'start_date' not found`. */
function namedInText(body: JsonObject): JsonObject[] {
  return [...textOf(body).matchAll(/required property '([\w.-]+)'/g)].map(([, field]) => ({ field, error_code: 'required' }));
}

function matchingPath(field: string, paths: readonly string[]): string | undefined {
  if (paths.includes(field)) return field;
  const [only, ...others] = paths.filter((path) => path.endsWith(`.${field}`));
  return others.length === 0 ? only : undefined;
}

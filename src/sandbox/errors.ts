import { HTTPException } from 'hono/http-exception';
import { uuidFrom } from './seeded.js';

/** One entry of `errors` in an agent-engine error. */
export interface AgentProblem {
  field: string;
  message: string;
  error_code: string;
}

/** A status with which Airbyte refuses. */
type Status = 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 501;

const refusal = (status: Status, body: unknown, headers?: Readonly<Record<string, string>>) =>
  new HTTPException(status, { res: Response.json(body, { status, ...(headers ? { headers } : {}) }) });

/** An error of the agent engine: `{message, errors[]}`. Throw it. */
export const agentError = (status: Status, message: string, errors: readonly AgentProblem[] = [], headers?: Readonly<Record<string, string>>) =>
  refusal(status, { message, errors }, headers);

/** 422 of the agent engine; the message is that of the first problem. */
export const invalid = (problems: readonly AgentProblem[]) => agentError(422, problems[0]?.message ?? 'The body failed validation.', problems);

/** A rule over the whole body that does not hold. */
export const valueError = (message: string) => invalid([{ field: 'body', message: `Value error, ${message}`, error_code: 'value_error' }]);

/** A problem of the public API. Throw it. */
export const publicProblem = (status: Status, title: string, detail: string, data?: Record<string, unknown>) =>
  refusal(status, { status, type: `https://reference.airbyte.com/reference/errors#${title}`, title, detail, ...(data ? { data } : {}) });

/** `{errorId}` of the public API: unmapped failures and refused client credentials. */
export const publicErrorId = (status: Status, about: string) => refusal(status, { errorId: uuidFrom(`error:${about}`) });

/** `{message}` of the public API. */
export const publicMessage = (status: Status, message: string, headers?: Readonly<Record<string, string>>) => refusal(status, { message }, headers);

/** Whether a path belongs to the public API, on Cloud or self-managed. */
export const isPublicPath = (pathname: string): boolean => /^(\/api\/public)?\/v1\//.test(pathname);

const TITLES: Readonly<Record<Status, [title: string, detail: string]>> = {
  400: ['bad-request', 'The request is invalid.'],
  401: ['invalid-api-key', 'The API key in the Authorization header is invalid.'],
  403: ['forbidden', 'The request is forbidden.'],
  404: ['resource-not-found', 'The requested resource could not be found.'],
  409: ['try-again-later', 'Please try again later.'],
  422: ['unprocessable-entity', 'The body of the request was not understood'],
  429: ['too-many-requests', 'You are being rate limited.'],
  500: ['unexpected-problem', 'An unexpected problem has occurred.'],
  501: ['not-implemented', 'This call is not available.'],
};

/** The error of a status in the shape of the host that a path belongs to. */
export function hostError(pathname: string, status: Status, message?: string, headers?: Readonly<Record<string, string>>): HTTPException {
  const [title, detail] = TITLES[status];
  if (!isPublicPath(pathname)) return agentError(status, message ?? detail, [], headers);
  if (status === 401 && pathname.endsWith('/applications/token')) return publicErrorId(status, pathname);
  return status === 429 ? publicMessage(status, message ?? detail, headers) : publicProblem(status, title, message ?? detail);
}

export type { Status as ErrorStatus };
